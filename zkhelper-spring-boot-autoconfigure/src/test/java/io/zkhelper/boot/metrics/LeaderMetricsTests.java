package io.zkhelper.boot.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zkhelper.boot.actuate.Elections;
import io.zkhelper.boot.election.LeaderElectionFactory;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link LeaderMetrics}.
 */
class LeaderMetricsTests {

	private final LeaderElection election = Elections.led("reports");

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void existBeforeAnythingHappens() {
		bind();
		assertThat(this.registry.get("zkhelper.leader").tag("election", "reports").gauge().value()).isOne();
		assertThat(this.registry.get("zkhelper.leader.term").tag("election", "reports").gauge().value()).isEqualTo(7);
		assertThat(transitions("granted")).isZero();
		for (LossReason reason : LossReason.values()) {
			if (reason != LossReason.VANISHED) {
				assertThat(transitions(reason.name().toLowerCase(Locale.ROOT))).isZero();
			}
		}
		assertThat(this.registry.get("zkhelper.leader.handover").tag("election", "reports").timer().count()).isZero();
	}

	@Test
	void countGrantsAndLosses() {
		LeadershipListener listener = bind();
		Leadership leadership = mock(Leadership.class);
		given(leadership.handOver()).willReturn(Duration.ofMillis(40));
		listener.onGranted(leadership);
		listener.onRevoked(leadership, LossReason.LEASE_LAPSED);
		assertThat(transitions("granted")).isOne();
		assertThat(transitions("lease_lapsed")).isOne();
		assertThat(transitions("resigned")).isZero();
		assertThat(this.registry.get("zkhelper.leader.handover").timer().totalTime(TimeUnit.MILLISECONDS))
			.isEqualTo(40);
	}

	@Test
	void followElectionsThatAreJoinedLater() {
		LeaderElection late = Elections.led("late");
		LeaderElections elections = new LeaderElections("default", (name) -> late);
		new LeaderMetrics(elections).bindTo(this.registry);
		elections.join("late");
		assertThat(this.registry.get("zkhelper.leader").tag("election", "late").gauge().value()).isOne();
	}

	@Test
	void tellCellsApart() {
		LeaderElectionFactory factory = mock(LeaderElectionFactory.class);
		given(factory.create("reports")).willReturn(this.election);
		given(factory.cell("reports")).willReturn(Optional.of("nj"));
		LeaderElections elections = new LeaderElections("default", factory);
		elections.join("reports");
		new LeaderMetrics(elections).bindTo(this.registry);
		assertThat(this.registry.getMeters()).isNotEmpty()
			.allMatch((meter) -> "nj".equals(meter.getId().getTag("cell")));
	}

	@Test
	void haveTheTagWithoutCellsToo() {
		bind();
		assertThat(this.registry.getMeters()).isNotEmpty()
			.allMatch((meter) -> "default".equals(meter.getId().getTag("cell")));
	}

	private LeadershipListener bind() {
		new LeaderMetrics(Elections.of(this.election)).bindTo(this.registry);
		ArgumentCaptor<LeadershipListener> listener = ArgumentCaptor.forClass(LeadershipListener.class);
		verify(this.election).addListener(listener.capture());
		return listener.getValue();
	}

	private double transitions(String reason) {
		return this.registry.get("zkhelper.leader.transitions")
			.tag("election", "reports")
			.tag("reason", reason)
			.counter()
			.count();
	}

}
