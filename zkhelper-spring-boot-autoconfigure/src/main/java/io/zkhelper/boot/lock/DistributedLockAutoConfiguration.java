package io.zkhelper.boot.lock;

import java.util.Optional;

import io.zkhelper.boot.autoconfigure.Mode;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.autoconfigure.ZkHelperProperties;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.guard.GuardBeanPostProcessor;
import io.zkhelper.election.Participant;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.DistributedLocksBuilder;
import io.zkhelper.lock.LockListener;
import io.zkhelper.session.ZkClient;
import org.slf4j.MDC;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of locks and of methods that run under a lock.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class })
public final class DistributedLockAutoConfiguration {

	DistributedLockAutoConfiguration() {
	}

	/**
	 * Locks are made when something refers to them.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(DistributedLocks.class)
	static class LocksConfiguration {

		// Where Micrometer and OpenTelemetry keep it for the log
		private static final String TRACE = "traceId";

		@Lazy
		@Bean
		@ConditionalOnProperty(name = "zkhelper.mode", havingValue = "cluster", matchIfMissing = true)
		DistributedLocks clusterLocks(ZkClient client, Participant participant,
				ObjectProvider<LockListener> listeners) {
			DistributedLocksBuilder builder = DistributedLocks.builder(client)
				.instance(participant.id())
				.trace(() -> Optional.ofNullable(MDC.get(TRACE)));
			listeners.orderedStream().forEach(builder::listener);
			return builder.build();
		}

		@Lazy
		@Bean
		@ConditionalOnMissingBean
		DistributedLocks localLocks(ZkHelperProperties properties, Participant participant) {
			return (properties.mode() == Mode.SINGLE) ? DistributedLocks.single(participant.id())
					: DistributedLocks.off();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static class GuardConfiguration {

		// Inside of the guard of elections: followers don't wait for locks
		private static final int ORDER = GuardBeanPostProcessor.ORDER - 1;

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static GuardBeanPostProcessor<DistributedLocked> distributedLockedBeanPostProcessor(
				ObjectProvider<DistributedLocks> locks) {
			return new GuardBeanPostProcessor<>(new LockKind(SingletonSupplier.of(locks::getObject)), ORDER);
		}

	}

}
