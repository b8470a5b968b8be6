package io.zkhelper.boot.election;

import io.zkhelper.election.LeaderElection;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the elections that something refers to, before they are started.
 */
class ElectionPreparation {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ElectionProperties properties;

	private final ElectionReferences references;

	private final LeaderElections elections;

	ElectionPreparation(ConfigurableListableBeanFactory beanFactory, ElectionProperties properties,
			ElectionReferences references, LeaderElections elections) {
		this.beanFactory = beanFactory;
		this.properties = properties;
		this.references = references;
		this.elections = elections;
	}

	void run() {
		adoptBeans();
		this.properties.elections().keySet().forEach(this.elections::join);
		this.references.joinAll(this.elections);
	}

	// Elections that are beans of the application's own. Lazy ones are left alone, since
	// making one would join it
	private void adoptBeans() {
		for (String name : this.beanFactory.getBeanNamesForType(LeaderElection.class, false, false)) {
			if (this.beanFactory.containsSingleton(name)) {
				this.elections.adopt(this.beanFactory.getBean(name, LeaderElection.class));
			}
		}
	}

}
