package io.zkhelper.boot.election;

import java.time.Duration;

import io.zkhelper.boot.autoconfigure.Mode;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.autoconfigure.ZkHelperProperties;
import io.zkhelper.boot.cell.CellAutoConfiguration;
import io.zkhelper.boot.guard.GuardBeanPostProcessor;
import io.zkhelper.cell.CellClients;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of elections and of methods that run on the leader only.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { ZkHelperAutoConfiguration.class, CellAutoConfiguration.class })
@EnableConfigurationProperties(ElectionProperties.class)
@Import(ElectionBeans.class)
public final class LeaderElectionAutoConfiguration {

	// Runners that never return are a mistake that is worth a word
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	LeaderElectionAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	Participant participant(ElectionProperties properties, Environment environment) {
		return ConfiguredParticipant.of(properties.participant(),
				environment.getProperty("spring.application.name", "application"));
	}

	@Bean
	@ConditionalOnMissingBean
	LeaderElections leaderElections(ElectionProperties properties, LeaderElectionFactory factory) {
		return new LeaderElections(properties.defaultElection(), factory);
	}

	@Bean
	ElectionPreparation electionPreparation(ConfigurableListableBeanFactory beanFactory, ElectionProperties properties,
			ElectionReferences references, LeaderElections elections) {
		return new ElectionPreparation(beanFactory, properties, references, elections);
	}

	@Bean
	JoinedElections joinedElections(LeaderElections elections, ApplicationEventPublisher publisher,
			ElectionProperties properties) {
		return new JoinedElections(elections, publisher, properties.autoStart());
	}

	@Bean
	ElectionLifecycle electionLifecycle(ApplicationContext context, ElectionPreparation preparation,
			JoinedElections elections) {
		return new ElectionLifecycle(context, preparation, elections, PATIENCE);
	}

	@Bean
	@ConditionalOnMissingBean(CurrentLeadership.class)
	ThreadLeadership currentLeadership() {
		return new ThreadLeadership();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(LeaderElectionFactory.class)
	static class FactoryConfiguration {

		@Bean
		@ConditionalOnProperty(name = "zkhelper.mode", havingValue = "cluster", matchIfMissing = true)
		LeaderElectionFactory clusterElectionFactory(@Nullable ZkClient client, ObjectProvider<CellClients> cells,
				Participant participant, ElectionProperties properties) {
			return new ClusterElections(client, cells, participant, properties);
		}

		// Asks for the properties, so that a mode that does not exist is what fails
		@Bean
		@ConditionalOnMissingBean
		LeaderElectionFactory localElectionFactory(ZkHelperProperties properties, Participant participant,
				ElectionProperties elections) {
			return (properties.mode() == Mode.SINGLE)
					? (name) -> LeaderElection.single(name, participant, elections.options(name))
					: (name) -> LeaderElection.off(name, participant, elections.options(name));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static class GuardConfiguration {

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static ElectionReferences electionReferences() {
			return new ElectionReferences();
		}

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static GuardBeanPostProcessor<LeaderOnly> leaderOnlyBeanPostProcessor(ObjectProvider<LeaderElections> elections,
				ObjectProvider<ExecutionListener> listeners, ObjectProvider<ThreadLeadership> leadership,
				ObjectProvider<ElectionReferences> references) {
			CallContext context = new CallContext(elections, listeners, leadership);
			return new GuardBeanPostProcessor<>(new LeaderKind(context, references), GuardBeanPostProcessor.ORDER);
		}

	}

}
