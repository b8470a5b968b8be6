package io.zkhelper.boot.metrics;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zkhelper.lock.LockOutcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LockMetrics}.
 */
class LockMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final LockMetrics metrics = new LockMetrics(this.registry);

	@Test
	void timesAttemptsByOutcome() {
		this.metrics.onAttempt("order-#{#id}", LockOutcome.ACQUIRED, Duration.ofMillis(3));
		this.metrics.onAttempt("order-#{#id}", LockOutcome.TIMED_OUT, Duration.ofSeconds(10));
		this.metrics.onAttempt("order-#{#id}", LockOutcome.TIMED_OUT, Duration.ofSeconds(20));
		assertThat(attempts("order-#{#id}", "acquired").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(3);
		assertThat(attempts("order-#{#id}", "timed_out").count()).isEqualTo(2);
		assertThat(attempts("order-#{#id}", "timed_out").max(TimeUnit.SECONDS)).isEqualTo(20);
	}

	@Test
	void timesHolds() {
		this.metrics.onHoldEnded("order-#{#id}", Duration.ofMillis(250));
		Timer held = this.registry.get("zkhelper.lock.held").tag("lock", "order-#{#id}").timer();
		assertThat(held.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(250);
	}

	@Test
	void putsLocksWithoutATemplateTogether() {
		this.metrics.onAttempt("", LockOutcome.CANCELLED, Duration.ofMillis(1));
		this.metrics.onHoldEnded("", Duration.ofMillis(1));
		assertThat(attempts("other", "cancelled").count()).isOne();
		assertThat(this.registry.get("zkhelper.lock.held").tag("lock", "other").timer().count()).isOne();
	}

	private Timer attempts(String lock, String outcome) {
		return this.registry.get("zkhelper.lock.acquire").tags("lock", lock, "outcome", outcome).timer();
	}

}
