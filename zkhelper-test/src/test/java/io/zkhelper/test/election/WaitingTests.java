package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Threads that wait for a leader, and listeners that let others wait.
 */
@Timeout(60)
class WaitingTests {

	// The common pool has one thread on two processors, which blocks with its first task
	private static final Executor OWN_THREAD = (task) -> new Thread(task).start();

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final Duration LONG = Duration.ofSeconds(20);

	private final RealWorld world = new RealWorld();

	private final CountDownLatch forever = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.forever.countDown();
		this.world.close();
	}

	private Member member(String id) {
		ZkClient client = this.world.connect(this.world.options());
		return new Member(client, LeaderElection.builder(client, "reports").participant(Participant.of(id)).build());
	}

	@Test
	void whoWaitsForALeaderIsToldOrTimesOut() throws InterruptedException {
		LeaderElection election = member("a").election();
		long start = System.nanoTime();
		assertThat(election.awaitLeader(SHORT)).isEmpty();
		assertThat(election.awaitLeadership(SHORT)).isEmpty();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.multipliedBy(2), Duration.ofSeconds(5));
		assertThat(election.awaitLeadership(Duration.ZERO)).isEmpty();
		election.start();
		assertThat(election.awaitLeadership(LONG)).map(Leadership::term).contains(1L);
		assertThat(election.awaitLeader(LONG)).map(Participant::id).contains("a");
	}

	@Test
	void whoWaitsWakesUpWhenSomebodyLeads() throws Exception {
		LeaderElection first = member("a").election();
		LeaderElection second = member("b").election();
		first.start();
		assertThat(first.awaitLeadership(LONG)).isPresent();
		second.start();
		assertThat(second.awaitLeader(LONG)).map(Participant::id).contains("a");
		CompletableFuture<Optional<Leadership>> waiting = CompletableFuture.supplyAsync(() -> await(second),
				OWN_THREAD);
		assertThat(second.awaitLeadership(SHORT)).as("not its turn").isEmpty();
		first.close();
		assertThat(waiting).succeedsWithin(LONG).satisfies((term) -> assertThat(term).isPresent());
	}

	private static Optional<Leadership> await(LeaderElection election) {
		try {
			return election.awaitLeadership(LONG);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("The wait was interrupted", ex);
		}
	}

	@Test
	void anInterruptEndsTheWaitAndNothingElse() throws InterruptedException {
		LeaderElection election = member("a").election();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> election.awaitLeader(LONG));
		election.start();
		assertThat(election.awaitLeadership(LONG)).isPresent();
		Thread.currentThread().interrupt();
		election.close();
		assertThat(Thread.interrupted()).isTrue();
		this.world.await("it has left", () -> !election.isLeader());
	}

	@Test
	@DisplayName("TR-16 a listener that blocks for ever delays neither the loss nor others")
	void aListenerThatBlocksForEverDelaysNeitherTheLossNorOthers() throws InterruptedException {
		Member member = member("a");
		AtomicReference<String> blocked = new AtomicReference<>("");
		member.election().addListener(new Blocking(blocked));
		List<String> events = member.listen();
		member.election().start();
		Leadership term = member.election().awaitLeadership(LONG).orElseThrow();
		this.world.await("the blocked one was told", () -> blocked.get().equals("granted"));
		this.world.cut(member.client());
		this.world.await("it leads no more", () -> !member.leads());
		assertThat(term.isValid()).isFalse();
		this.world.await("others are told", () -> events.equals(List.of("granted 1", "revoked 1 LEASE_LAPSED")));
		this.world.heal(member.client());
		assertThat(member.election().awaitLeadership(LONG)).isPresent();
		assertThat(blocked).hasValue("granted");
		member.election().close();
	}

	@Test
	void aListenerMayCallTheElection() {
		Member member = member("a");
		member.election().addListener(new LeadershipListener() {

			@Override
			public void onGranted(Leadership leadership) {
				if (leadership.term() == 1) {
					member.election().resign().toCompletableFuture().join();
				}
				else {
					member.election().close();
				}
			}

		});
		member.election().start();
		this.world.await("the end", () -> member.events().size() == 4);
		assertThat(member.events()).containsExactly("granted 1", "revoked 1 RESIGNED", "granted 2",
				"revoked 2 STOPPED");
	}

	@Test
	void closingWhileJoiningLeavesNothing() {
		for (int i = 0; i < 20; i++) {
			Member member = member("a" + i);
			member.election().start();
			member.election().close();
			assertThat(member.leads()).isFalse();
			assertThat(this.world.children("/zkhelper/elections/reports/candidates")).isEmpty();
		}
	}

	/**
	 * Never returns from a grant.
	 */
	private final class Blocking implements LeadershipListener {

		private final AtomicReference<String> told;

		Blocking(AtomicReference<String> told) {
			this.told = told;
		}

		@Override
		public void onGranted(Leadership leadership) {
			this.told.set("granted");
			try {
				WaitingTests.this.forever.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		@Override
		public void onRevoked(Leadership leadership, LossReason reason) {
			this.told.set("revoked");
		}

	}

}
