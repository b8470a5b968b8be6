package io.zkhelper.boot.cell;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.autoconfigure.metrics.ZkHelperMetricsAutoConfiguration;
import io.zkhelper.boot.cache.NodeCacheAutoConfiguration;
import io.zkhelper.boot.cache.NodeCaches;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.boot.lock.DistributedLockAutoConfiguration;
import io.zkhelper.boot.metrics.SessionMetrics;
import io.zkhelper.cell.CellClients;
import io.zkhelper.election.LeaderElection;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the meters of an application with cells and without
 * {@code zkhelper.connect-string}, whose cells can't be reached.
 */
class CellsOnlyMetricsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, CellAutoConfiguration.class,
				LeaderElectionAutoConfiguration.class, DistributedLockAutoConfiguration.class,
				NodeCacheAutoConfiguration.class, MetricsAutoConfiguration.class,
				ZkHelperMetricsAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues("zkhelper.cells.connect-strings.ny=localhost:2",
				"zkhelper.cells.connect-strings.nj=localhost:3", "zkhelper.cells.local=ny",
				"zkhelper.elections.reports.cell=local");

	@Test
	void sayWhichCell() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(SessionMetrics.class);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(cells(registry, "zkhelper.leader")).containsExactly("ny");
			assertThat(cells(registry, "zkhelper.leader.transitions")).containsExactly("ny");
			assertThat(cells(registry, "zkhelper.cell.connected")).containsExactly("nj", "ny");
			assertThat(cells(registry, "zkhelper.queue.sequence")).containsExactly("nj", "ny");
			assertThat(registry.get("zkhelper.cell.connected").tag("cell", "ny").gauge().value()).isZero();
			assertThat(registry.get("zkhelper.cell.connected").tag("cell", "nj").gauge().value()).isNaN();
			assertThat(registry.find("zkhelper.session.connected").meters()).isEmpty();
		});
	}

	@Test
	void locksAndCachesFollow() {
		this.contextRunner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(context.getBean(CellLocks.class).of("nj").get("ledger").tryAcquire(Duration.ZERO)).isEmpty();
			context.getBean(NodeCaches.class).of("nj", context.getBean(CellClients.class).client("nj"));
			assertThat(cells(registry, "zkhelper.lock.acquire")).containsExactly("nj");
			assertThat(cells(registry, "zkhelper.cache.reads")).containsExactly("nj");
			assertThat(cells(registry, "zkhelper.cache.entries")).containsExactly("nj");
		});
	}

	// As the guide says: a bean does not tell which cell its client is connected to
	@Test
	void anElectionOfOnesOwnIsInTheCellOfItsProperty() {
		this.contextRunner.withUserConfiguration(OwnElections.class).run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(context.getBean(LeaderElections.class).find("reports"))
				.containsSame(context.getBean("reports", LeaderElection.class));
			assertThat(registry.find("zkhelper.leader").tags("election", "reports", "cell", "ny").gauge()).isNotNull();
			assertThat(registry.find("zkhelper.leader").tags("election", "audits", "cell", "default").gauge())
				.isNotNull();
		});
	}

	private static Set<String> cells(MeterRegistry registry, String name) {
		Set<String> cells = new TreeSet<>();
		for (Meter meter : registry.find(name).meters()) {
			cells.add(String.valueOf(meter.getId().getTag("cell")));
		}
		return cells;
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnElections {

		@Bean
		LeaderElection reports(CellClients cells) {
			return LeaderElection.builder(cells.client("ny"), "reports").build();
		}

		@Bean
		LeaderElection audits(CellClients cells) {
			return LeaderElection.builder(cells.client("ny"), "audits").build();
		}

	}

}
