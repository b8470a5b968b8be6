package io.zkhelper.test.election;

import java.time.Duration;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From when a lease counts, on a network on which that makes a difference.
 */
class LeaseAnchorTests {

	private static final Duration ONE_WAY = Duration.ofMillis(200);

	private static final Duration LEASE = Duration.ofSeconds(3);

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper server = InMemoryZooKeeper.builder(this.time.newLoop("server"))
		.latency(ONE_WAY, ONE_WAY)
		.start();

	@Test
	void countsFromTheSendingOfTheHeartbeatAndNotFromItsAnswer() {
		LeaderElection election = lead();
		Duration longest = LEASE.minus(ONE_WAY.multipliedBy(2));
		this.time.observe((now) -> assertThat(remaining(election)).isLessThanOrEqualTo(longest));
		this.time.runFor(Duration.ofSeconds(20));
		assertThat(election.isLeader()).isTrue();
		assertThat(election.view().term()).isEqualTo(1);
	}

	private LeaderElection lead() {
		VirtualLoop loop = this.time.newLoop("client");
		ZkClientOptions options = ZkClientOptions.of("simulated").withTiming(Timing.DEFAULT).withListenerExecutor(loop);
		LeaderElection election = LeaderElection.builder(ZkClient.connect(options, this.server, loop), "reports")
			.options(ElectionOptions.DEFAULT.withLease(LEASE))
			.build();
		election.start();
		assertThat(this.time.runUntil(election::isLeader, Duration.ofSeconds(30))).isTrue();
		return election;
	}

	private static Duration remaining(LeaderElection election) {
		return election.leadership().map(Leadership::remaining).orElse(Duration.ZERO);
	}

}
