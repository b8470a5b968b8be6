package io.zkhelper.boot.autoconfigure.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.metrics.CacheMetrics;
import io.zkhelper.boot.metrics.CellMetrics;
import io.zkhelper.boot.metrics.ExecutionMetrics;
import io.zkhelper.boot.metrics.LeaderMetrics;
import io.zkhelper.boot.metrics.LockMetrics;
import io.zkhelper.boot.metrics.SessionMetrics;
import io.zkhelper.cell.CellClients;
import io.zkhelper.session.ZkClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Adds meters of elections, guarded methods, locks, read caches, the session and cells.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = LeaderElectionAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, LeaderElections.class })
public final class ZkHelperMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LeaderMetrics zkHelperLeaderMetrics(LeaderElections elections) {
		return new LeaderMetrics(elections);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(ZkClient.class)
	SessionMetrics zkHelperSessionMetrics(ZkClient client) {
		return new SessionMetrics(client);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBean(CellClients.class)
	CellMetrics zkHelperCellMetrics(CellClients cells) {
		return new CellMetrics(cells);
	}

	@Bean
	@ConditionalOnMissingBean
	ExecutionMetrics zkHelperExecutionMetrics(MeterRegistry registry) {
		return new ExecutionMetrics(registry);
	}

	@Bean
	@ConditionalOnMissingBean
	CacheMetrics zkHelperCacheMetrics(MeterRegistry registry) {
		return new CacheMetrics(registry);
	}

	@Bean
	@ConditionalOnMissingBean
	LockMetrics zkHelperLockMetrics(MeterRegistry registry) {
		return new LockMetrics(registry);
	}

}
