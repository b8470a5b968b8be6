package io.zkhelper.election;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Elections without servers, which share everything but the campaign with real ones.
 */
class LocalElectionTests {

	private static final Participant ME = Participant.of("me");

	private static final Duration SOON = Duration.ofSeconds(10);

	private final LeaderElection election = LeaderElection.single("reports", ME, ElectionOptions.DEFAULT);

	@AfterEach
	void close() {
		this.election.close();
	}

	@Test
	void leadsOnceStarted() throws InterruptedException {
		assertThat(this.election.isLeader()).isFalse();
		this.election.start();
		Leadership leadership = this.election.awaitLeadership(SOON).orElseThrow();
		assertThat(leadership.isValid()).isTrue();
		assertThat(leadership.term()).isEqualTo(1);
		assertThat(this.election.leader()).contains(this.election.participant());
		assertThat(this.election.view().state()).isEqualTo(ElectionState.LEADING);
	}

	@Test
	void resigningIsAnotherTermWithANewerToken() throws Exception {
		this.election.start();
		Leadership first = this.election.awaitLeadership(SOON).orElseThrow();
		finish(this.election.resign());
		Leadership second = this.election.awaitLeadership(SOON).orElseThrow();
		assertThat(first.isValid()).isFalse();
		assertThat(second.term()).isEqualTo(2);
		assertThat(second.token().isNewerThan(first.token())).isTrue();
	}

	@Test
	void pauseOutlastsStopAndStart() throws Exception {
		this.election.start();
		this.election.awaitLeadership(SOON);
		finish(this.election.pause());
		assertThat(this.election.view().state()).isEqualTo(ElectionState.PAUSED);
		finish(this.election.stop());
		this.election.start();
		await().until(() -> this.election.view().state() == ElectionState.PAUSED);
		finish(this.election.resume());
		assertThat(this.election.awaitLeadership(SOON)).isPresent();
	}

	@Test
	void stopWaitsForWorkInFlightAndLetsNoneIn() throws Exception {
		this.election.start();
		Leadership leadership = this.election.awaitLeadership(SOON).orElseThrow();
		LeaderWork work = this.election.startWork(() -> {
		}).orElseThrow();
		CompletionStage<Void> stopped = this.election.stop();
		await().until(() -> this.election.view().state() == ElectionState.DRAINING);
		assertThat(this.election.isLeader()).isFalse();
		assertThat(this.election.startWork(() -> {
		})).isEmpty();
		assertThat(leadership.isValid()).isTrue();
		work.close();
		finish(stopped);
		assertThat(leadership.isValid()).isFalse();
	}

	@Test
	void stopDoesNotWaitForLongerThanTheDrainTimeout() throws Exception {
		ElectionOptions impatient = ElectionOptions.DEFAULT.withDrainTimeout(Duration.ZERO);
		try (LeaderElection single = LeaderElection.single("reports", ME, impatient)) {
			single.start();
			single.awaitLeadership(SOON);
			CountDownLatch cancelled = new CountDownLatch(1);
			assertThat(single.startWork(cancelled::countDown)).isPresent();
			single.stop();
			assertThat(cancelled.await(5, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void anObserverDoesNotLead() {
		try (LeaderElection single = LeaderElection.single("reports", ME, ElectionOptions.DEFAULT.asObserver(true))) {
			single.start();
			await().until(() -> single.view().state() == ElectionState.OBSERVING);
			assertThat(single.isLeader()).isFalse();
		}
	}

	@Test
	void eachGrantIsPairedWithARevocation() throws Exception {
		List<String> events = new CopyOnWriteArrayList<>();
		this.election.addListener(new Recorder(events));
		this.election.start();
		this.election.awaitLeadership(SOON);
		finish(this.election.resign());
		this.election.awaitLeadership(SOON);
		this.election.close();
		await().untilAsserted(() -> assertThat(events).containsExactly("granted 1", "revoked 1 RESIGNED", "granted 2",
				"revoked 2 STOPPED"));
	}

	@Test
	void aClosedRunIsNotCalledInTheTermOfWhoStartsAgain() throws Exception {
		Duty duty = new Duty();
		TaskRun run = this.election.run(duty);
		await().until(() -> duty.calls.get() == 1);
		CompletableFuture<Void> closed = CompletableFuture.runAsync(run::close);
		await().until(() -> duty.interrupted);
		this.election.start();
		finish(this.election.resume());
		duty.first.countDown();
		finish(closed);
		assertThat(this.election.awaitLeadership(SOON)).isPresent();
		finish(this.election.resume());
		assertThat(run.isRunning()).isFalse();
		assertThat(duty.calls).hasValue(1);
	}

	@Test
	void cannotBeStartedOnceClosed() {
		this.election.close();
		assertThatIllegalStateException().isThrownBy(this.election::start).withMessageContaining("'reports'");
	}

	@Test
	void nobodyLeadsWhenOff() throws InterruptedException {
		try (LeaderElection off = LeaderElection.off("reports", ME, ElectionOptions.DEFAULT)) {
			off.start();
			await().until(() -> off.view().state() == ElectionState.FOLLOWING);
			assertThat(off.awaitLeader(Duration.ofMillis(50))).isEqualTo(Optional.empty());
			assertThat(off.isLeader()).isFalse();
		}
	}

	private static void finish(CompletionStage<Void> stage) throws Exception {
		stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
	}

	/**
	 * A task that goes on after an interrupt, and whose second call never ends by itself.
	 */
	private static final class Duty implements LeaderTask {

		private final AtomicInteger calls = new AtomicInteger();

		private final CountDownLatch first = new CountDownLatch(1);

		private volatile boolean interrupted;

		@Override
		public TaskResult run(Leadership leadership) throws InterruptedException {
			CountDownLatch end = (this.calls.incrementAndGet() == 1) ? this.first : new CountDownLatch(1);
			try {
				end.await();
			}
			catch (InterruptedException ex) {
				this.interrupted = true;
				this.first.await();
			}
			return TaskResult.REJOIN;
		}

	}

	private record Recorder(List<String> events) implements LeadershipListener {

		@Override
		public void onGranted(Leadership leadership) {
			this.events.add("granted " + leadership.term());
		}

		@Override
		public void onRevoked(Leadership leadership, LossReason reason) {
			this.events.add("revoked " + leadership.term() + " " + reason);
		}

	}

}
