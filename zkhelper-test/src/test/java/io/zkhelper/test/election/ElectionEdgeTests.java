package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionState;
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
 * What happens when several things end at once.
 */
class ElectionEdgeTests {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper server = InMemoryZooKeeper.builder(this.time.newLoop("server"))
		.tickTime(TIMING.tickTime())
		.sessionTimeouts(Duration.ofMillis(400), Duration.ofSeconds(4))
		.latency(Duration.ofMillis(1), Duration.ofMillis(3))
		.reconnectDelay(Duration.ofMillis(100), Duration.ofMillis(300))
		.start();

	private final VirtualLoop loop = this.time.newLoop("client");

	private boolean executorIsFull;

	private final ZkClient client = ZkClient.connect(
			ZkClientOptions.of("simulated").withTiming(TIMING).withListenerExecutor(executor()), this.server,
			this.loop);

	private final Member member = new Member(this.client,
			LeaderElection.builder(this.client, "reports").options(ElectionOptions.DEFAULT).build());

	private Executor executor() {
		return (task) -> {
			if (this.executorIsFull) {
				throw new RejectedExecutionException("Full");
			}
			task.run();
		};
	}

	@Test
	void whoIsStoppingIsNotGrantedAnotherTermWhenItsSessionExpires() {
		lead();
		this.member.election().startWork(() -> {
		});
		AtomicBoolean stopped = whenDone(this.member.election().stop());
		this.server.expireSessions();
		this.time.runFor(Duration.ofSeconds(9));
		assertThat(this.member.events()).containsExactly("granted 1", "revoked 1 SESSION_EXPIRED");
		assertThat(stopped).isTrue();
	}

	@Test
	void whoIsStoppingIsNotGrantedAnotherTermAfterALapse() {
		lead();
		this.member.election().startWork(() -> {
		});
		AtomicBoolean stopped = whenDone(this.member.election().stop());
		this.server.link(this.loop).cut();
		this.time.runFor(Duration.ofSeconds(1));
		this.server.link(this.loop).restore();
		this.time.runFor(Duration.ofSeconds(5));
		assertThat(this.member.events()).containsExactly("granted 1", "revoked 1 LEASE_LAPSED");
		assertThat(stopped).isTrue();
		assertThat(this.server.children(CANDIDATES)).isEmpty();
	}

	@Test
	void workIsAskedToStopAfterTheDrainTimeoutEvenIfTheTermEndsBefore() {
		lead();
		AtomicBoolean asked = new AtomicBoolean();
		this.member.election().startWork(() -> asked.set(true));
		this.member.election().stop();
		this.server.expireSessions();
		this.time.runFor(Duration.ofSeconds(11));
		assertThat(asked).isTrue();
	}

	@Test
	void anElectionThatResignsAllTheTimeDoesNotKeepTheHeartbeatFromTheOthers() {
		lead();
		LeaderElection restless = LeaderElection.builder(this.client, "restless").build();
		restless.start();
		for (int i = 0; i < 50; i++) {
			this.time.runFor(Duration.ofMillis(100));
			restless.resign();
		}
		assertThat(this.member.events()).containsExactly("granted 1");
	}

	@Test
	void aStopThatDrainsIsDoneWhenTheClientIsClosed() {
		lead();
		this.member.election().startWork(() -> {
		});
		AtomicBoolean stopped = whenDone(this.member.election().stop());
		this.time.runFor(Duration.ofMillis(50));
		this.client.closeAsync();
		this.time.runFor(Duration.ofSeconds(1));
		assertThat(stopped).isTrue();
	}

	@Test
	void anElectionWhoseClientIsClosedStaysStopped() {
		lead();
		this.client.closeAsync();
		this.time.runFor(Duration.ofSeconds(1));
		this.member.election().start();
		AtomicBoolean resumed = whenDone(this.member.election().resume());
		this.time.runFor(Duration.ofSeconds(1));
		assertThat(resumed).isTrue();
		assertThat(this.member.election().view().state()).isEqualTo(ElectionState.IDLE);
		assertThat(this.member.events()).containsExactly("granted 1", "revoked 1 STOPPED");
	}

	@Test
	void anExecutorThatTakesNoMoreWorkDoesNotKeepALeaderFromLeaving() {
		lead();
		this.member.election().startWork(() -> {
		});
		this.member.election().stop();
		this.executorIsFull = true;
		this.time.runFor(Duration.ofSeconds(11));
		assertThat(this.server.children(CANDIDATES)).isEmpty();
	}

	@Test
	void heartbeatsKeepPaceWithServersThatGrantAShortSession() {
		this.server.setSessionTimeouts(Duration.ofMillis(400), Duration.ofMillis(500));
		LeaderElection election = LeaderElection.builder(this.client, "other")
			.options(ElectionOptions.DEFAULT.withLease(Duration.ofMillis(900)))
			.build();
		Member other = new Member(this.client, election);
		election.start();
		this.time.runFor(Duration.ofSeconds(5));
		assertThat(other.events()).containsExactly("granted 1");
	}

	@Test
	void aGrantWhoseAnswerComesTooLateIsNotTold() {
		this.member.election().start();
		this.time.runUntil(() -> this.server.dump().contains("leader version=1"), Duration.ofSeconds(5));
		assertThat(this.member.leads()).isFalse();
		this.loop.pause();
		this.time.runFor(Duration.ofSeconds(1));
		this.loop.resume();
		this.time.runFor(Duration.ofSeconds(1));
		assertThat(this.member.events()).isEqualTo(List.of("granted 2"));
	}

	private Leadership lead() {
		this.member.election().start();
		assertThat(this.time.runUntil(this.member::leads, Duration.ofSeconds(5))).isTrue();
		return this.member.leadership();
	}

	private static AtomicBoolean whenDone(CompletionStage<Void> stage) {
		AtomicBoolean done = new AtomicBoolean();
		stage.thenRun(() -> done.set(true));
		return done;
	}

}
