package io.zkhelper.boot.metrics;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zkhelper.lock.LockListener;
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

	@Test
	void tellsCellsApart() {
		this.metrics.onHoldEnded("ledger", Duration.ofMillis(1));
		LockListener nj = this.metrics.in("nj");
		nj.onHoldEnded("ledger", Duration.ofMillis(2));
		nj.onAttempt("ledger", LockOutcome.ACQUIRED, Duration.ofMillis(3));
		assertThat(held("default").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1);
		assertThat(held("nj").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(2);
		assertThat(this.registry.get("zkhelper.lock.acquire").tag("cell", "nj").timer().count()).isOne();
	}

	private Timer held(String cell) {
		return this.registry.get("zkhelper.lock.held").tags("lock", "ledger", "cell", cell).timer();
	}

	private Timer attempts(String lock, String outcome) {
		return this.registry.get("zkhelper.lock.acquire").tags("lock", lock, "outcome", outcome).timer();
	}

}
