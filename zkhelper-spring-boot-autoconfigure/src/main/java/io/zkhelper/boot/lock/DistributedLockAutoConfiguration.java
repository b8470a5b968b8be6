package io.zkhelper.boot.lock;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.zkhelper.boot.autoconfigure.ConditionalOnDefaultEnsemble;
import io.zkhelper.boot.autoconfigure.Mode;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.autoconfigure.ZkHelperProperties;
import io.zkhelper.boot.cell.CellAutoConfiguration;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.guard.GuardBeanPostProcessor;
import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.election.Participant;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockListener;
import io.zkhelper.session.ZkClient;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
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
@AutoConfiguration(
		after = { ZkHelperAutoConfiguration.class, CellAutoConfiguration.class, LeaderElectionAutoConfiguration.class })
public final class DistributedLockAutoConfiguration {

	DistributedLockAutoConfiguration() {
	}

	/**
	 * Locks are made when something refers to them.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(DistributedLocks.class)
	@ConditionalOnDefaultEnsemble
	static class LocksConfiguration {

		@Lazy
		@Bean
		@ConditionalOnProperty(name = "zkhelper.mode", havingValue = "cluster", matchIfMissing = true)
		DistributedLocks clusterLocks(ZkClient client, Participant participant,
				ObjectProvider<LockListener> listeners) {
			return new ClusterLocks(participant, listeners).on(client);
		}

		@Lazy
		@Bean
		@ConditionalOnMissingBean
		DistributedLocks localLocks(ZkHelperProperties properties, Participant participant) {
			return withoutServers(properties, participant);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(CellLocks.class)
	static class CellConfiguration {

		@Lazy
		@Bean
		@ConditionalOnProperty(name = "zkhelper.mode", havingValue = "cluster", matchIfMissing = true)
		CellLocks clusterCellLocks(CellClients cells, Participant participant, ObjectProvider<LockListener> listeners) {
			ClusterLocks locks = new ClusterLocks(participant, listeners);
			Map<String, DistributedLocks> known = new ConcurrentHashMap<>();
			return new CellLocks(cells.directory()::resolve,
					(cell) -> known.computeIfAbsent(cell, (name) -> locks.on(cells.client(name), name)));
		}

		@Lazy
		@Bean
		@ConditionalOnMissingBean
		CellLocks localCellLocks(ZkHelperProperties properties, Participant participant,
				ObjectProvider<CellDirectory> directory) {
			return new CellLocks((cell) -> resolve(cell, directory.getObject()),
					(cell) -> withoutServers(properties, participant));
		}

		private static String resolve(String cell, CellDirectory directory) {
			try {
				return directory.resolve(cell);
			}
			catch (IllegalArgumentException ex) {
				// Nothing connects, so any name will do
				return cell;
			}
		}

	}

	private static DistributedLocks withoutServers(ZkHelperProperties properties, Participant participant) {
		return (properties.mode() == Mode.SINGLE) ? DistributedLocks.single(participant.id()) : DistributedLocks.off();
	}

	@Configuration(proxyBeanMethods = false)
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static class GuardConfiguration {

		// Inside of the guard of elections: followers don't wait for locks
		private static final int ORDER = GuardBeanPostProcessor.ORDER - 1;

		@Bean
		@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
		static GuardBeanPostProcessor<DistributedLocked> distributedLockedBeanPostProcessor(
				ObjectProvider<DistributedLocks> locks, ObjectProvider<CellLocks> cells,
				ListableBeanFactory beanFactory) {
			Supplier<DistributedLocks> common = SingletonSupplier.of(locks::getObject);
			LockKind kind = new LockKind((cell) -> cell.isEmpty() ? common.get() : cells.getObject().of(cell),
					() -> isDefined(beanFactory));
			return new GuardBeanPostProcessor<>(kind, ORDER);
		}

		// Without making it: locks are made at the first call
		private static boolean isDefined(ListableBeanFactory beanFactory) {
			return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, DistributedLocks.class, true,
					false).length > 0;
		}

	}

}
