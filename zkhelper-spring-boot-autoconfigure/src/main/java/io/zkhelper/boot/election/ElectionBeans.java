package io.zkhelper.boot.election;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.zkhelper.election.LeaderElection;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the default election and those known from properties as beans, to be injected
 * by qualifier. They are lazy: injecting one joins the election.
 */
class ElectionBeans implements ImportBeanDefinitionRegistrar {

	private final Binder binder;

	private final ListableBeanFactory beanFactory;

	ElectionBeans(Environment environment, BeanFactory beanFactory) {
		this.binder = Binder.get(environment);
		this.beanFactory = (ListableBeanFactory) beanFactory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		String[] own = this.beanFactory.getBeanNamesForType(LeaderElection.class, true, false);
		String defaultName = this.binder.bind("zkhelper.default-election", String.class).orElse("default");
		for (String name : names(defaultName)) {
			boolean isDefault = name.equals(defaultName);
			boolean backsOff = isDefault ? own.length > 0 : Set.of(own).contains(name);
			if (!backsOff && !registry.containsBeanDefinition(beanName(name))) {
				registry.registerBeanDefinition(beanName(name), definition(name, isDefault));
			}
		}
	}

	private Set<String> names(String defaultName) {
		Set<String> names = new LinkedHashSet<>(Set.of(defaultName));
		names.addAll(this.binder.bind("zkhelper.elections", Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of())
			.keySet());
		return names;
	}

	static String beanName(String election) {
		return election + "LeaderElection";
	}

	private static RootBeanDefinition definition(String name, boolean primary) {
		RootBeanDefinition definition = new RootBeanDefinition(ElectionBeans.class);
		definition.setTargetType(LeaderElection.class);
		definition.setFactoryMethodName("join");
		definition.setAutowireMode(RootBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, name);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		definition.setLazyInit(true);
		definition.setPrimary(primary);
		definition.setDestroyMethodName("");
		return definition;
	}

	static LeaderElection join(LeaderElections elections, String name) {
		return elections.join(name);
	}

}
