package io.zkhelper.boot.autoconfigure.metrics;

import java.lang.reflect.Method;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zkhelper.boot.actuate.Elections;
import io.zkhelper.boot.election.Execution;
import io.zkhelper.boot.election.ExecutionListener;
import io.zkhelper.boot.election.ExecutionOutcome;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.metrics.LeaderMetrics;
import io.zkhelper.boot.metrics.SessionMetrics;
import io.zkhelper.lock.LockListener;
import io.zkhelper.session.ZkClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZkHelperMetricsAutoConfiguration}.
 */
class ZkHelperMetricsAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, ZkHelperMetricsAutoConfiguration.class))
		.withBean(LeaderElections.class, () -> Elections.of(Elections.led("reports")));

	private final ApplicationContextRunner withRegistry = this.contextRunner.withBean(MeterRegistry.class,
			SimpleMeterRegistry::new);

	@Test
	void bindsElectionsAndTheSession() {
		this.withRegistry.withBean(ZkClient.class, Elections::connected).run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("zkhelper.leader").gauge().value()).isOne();
			assertThat(registry.get("zkhelper.session.connected").gauge().value()).isOne();
			assertThat(registry.get("zkhelper.session.lease.remaining").gauge().value()).isEqualTo(3.2004);
			assertThat(registry.get("zkhelper.queue.sequence").gauge().value()).isEqualTo(4711);
		});
	}

	@Test
	void hasNoSessionWithoutAConnection() {
		this.withRegistry.run((context) -> assertThat(context).hasSingleBean(LeaderMetrics.class)
			.doesNotHaveBean(SessionMetrics.class));
	}

	@Test
	void needsARegistry() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(LeaderMetrics.class));
	}

	@Test
	void countsExecutions() {
		Method method = ReflectionUtils.findMethod(Object.class, "toString");
		this.withRegistry.run((context) -> {
			context.getBean(ExecutionListener.class)
				.onExecution(new Execution("reports", method, ExecutionOutcome.SKIPPED_OTHER_LEADS, Duration.ZERO));
			assertThat(context.getBean(MeterRegistry.class)
				.get("zkhelper.executions")
				.tags("election", "reports", "method", "Object.toString", "outcome", "skipped_other_leads")
				.counter()
				.count()).isOne();
		});
	}

	@Test
	void timesLocks() {
		this.withRegistry.run((context) -> {
			context.getBean(LockListener.class).onHoldEnded("order-#{#id}", Duration.ofSeconds(1));
			assertThat(context.getBean(MeterRegistry.class).get("zkhelper.lock.held").timer().count()).isOne();
		});
	}

}
