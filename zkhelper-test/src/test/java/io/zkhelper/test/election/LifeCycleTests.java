package io.zkhelper.test.election;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LeaderWork;
import io.zkhelper.test.time.VirtualLoop;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked of an election while something else that was asked is still under way.
 */
class LifeCycleTests {

	private static final Duration DRAIN = Duration.ofSeconds(3);

	private final Scene scene = new Scene();

	@Test
	void stoppingWhileResigningStops() {
		LeaderElection election = leader("a");
		LeaderWork work = work(election);
		CompletionStage<Void> resigned = election.resign();
		this.scene.during(Duration.ofSeconds(1), "it drains", () -> state(election) != ElectionState.JOINING);
		CompletionStage<Void> stopped = election.stop();
		work.close();
		this.scene.await("the resignation", resigned);
		this.scene.await("the stop", stopped);
		assertThat(state(election)).isEqualTo(ElectionState.IDLE);
		this.scene.awaitContenders(0);
	}

	@Test
	void pausingWhileStoppingOutlastsTheNextStart() {
		LeaderElection election = leader("a");
		CompletionStage<Void> stopped = election.stop();
		CompletionStage<Void> paused = election.pause();
		this.scene.await("the stop", stopped);
		this.scene.await("the pause", paused);
		assertThat(state(election)).isEqualTo(ElectionState.IDLE);
		election.start();
		this.scene.await("it pauses", () -> state(election) == ElectionState.PAUSED);
		this.scene.awaitContenders(0);
		election.resume();
		this.scene.await("it leads", election::isLeader);
	}

	@Test
	void startingRightAfterAStopGoesToTheEndOfTheQueue() {
		Player first = this.scene.joinAndLead("a");
		Player second = this.scene.join("b");
		CompletionStage<Void> stopped = first.member().election().stop();
		first.member().election().start();
		this.scene.await("the stop", stopped);
		this.scene.awaitLeader(second);
		this.scene.awaitContenders(2);
		assertThat(first.member().events()).containsExactly("granted 1", "revoked 1 STOPPED");
	}

	@Test
	void resumingWhilePausingGoesToTheEndOfTheQueue() {
		Player first = this.scene.joinAndLead("a");
		Player second = this.scene.join("b");
		first.member().election().pause();
		first.member().election().resume();
		this.scene.awaitLeader(second);
		this.scene.awaitContenders(2);
	}

	@Test
	void resigningAgainWhileResigningIsOneResignation() {
		LeaderElection election = leader("a");
		LeaderWork work = work(election);
		CompletionStage<Void> first = election.resign();
		CompletionStage<Void> second = election.resign();
		this.scene.runFor(Duration.ofMillis(100));
		work.close();
		this.scene.await("the first", first);
		this.scene.await("the second", second);
		this.scene.await("a second term", () -> election.leadership().filter((term) -> term.term() == 2).isPresent());
	}

	@Test
	void whoIsNotAnyLeaderResignsAtOnce() {
		this.scene.joinAndLead("a");
		Player second = this.scene.join("b");
		this.scene.await("the resignation", second.member().election().resign());
		this.scene.awaitContenders(2);
	}

	@Test
	void workThatOutlastsTheDrainIsCancelledOnceOnTheListenersExecutor() {
		VirtualLoop listeners = this.scene.newLoop("listeners");
		Player player = this.scene.join(this.scene.player("a", Scene.CLIENT.withListenerExecutor(listeners),
				ElectionOptions.DEFAULT.withDrainTimeout(DRAIN)));
		this.scene.awaitLeader(player);
		List<String> cancelled = new ArrayList<>();
		LeaderElection election = player.member().election();
		LeaderWork work = election.startWork(() -> cancelled.add("work")).orElseThrow();
		listeners.pause();
		CompletionStage<Void> stopped = election.stop();
		assertThat(election.startWork(() -> {
		})).as("before the loop has heard").isPresent().get().satisfies(LeaderWork::close);
		this.scene.during(DRAIN.plusMillis(300), "it drains",
				() -> state(election) != ElectionState.IDLE && cancelled.isEmpty());
		assertThat(work.leadership().isValid()).as("the term lasts while it drains").isTrue();
		assertThat(election.isLeader()).as("no new work").isFalse();
		this.scene.await("the end", () -> state(election) == ElectionState.IDLE);
		listeners.resume();
		this.scene.await("the stop", stopped);
		assertThat(cancelled).containsExactly("work");
		work.close();
		this.scene.awaitContenders(0);
		assertThat(cancelled).containsExactly("work");
	}

	@Test
	void workThatEndsInTimeIsNotCancelledAndNotWaitedFor() {
		LeaderElection election = leader("a");
		List<String> cancelled = new ArrayList<>();
		LeaderWork work = election.startWork(() -> cancelled.add("work")).orElseThrow();
		CompletionStage<Void> stopped = election.stop();
		this.scene.runFor(Duration.ofMillis(200));
		work.close();
		work.close();
		this.scene.await("the stop", Duration.ofMillis(50), () -> state(election) == ElectionState.IDLE);
		this.scene.await("the stop", stopped);
		this.scene.runFor(Duration.ofSeconds(20));
		assertThat(cancelled).isEmpty();
	}

	private static IntStream moments() {
		return IntStream.range(0, 100);
	}

	@ParameterizedTest
	@MethodSource("moments")
	@DisplayName("TB-06 a client that closes while an election stops forgets neither of both")
	void closedWhileStopping(int millis) {
		Player player = this.scene.joinAndLead("a");
		CompletionStage<Void> stopped = player.member().election().stop();
		this.scene.runFor(Duration.ofMillis(millis));
		CompletionStage<Boolean> closed = player.member().client().closeAsync();
		this.scene.await("the close", closed);
		this.scene.await("the stop", stopped);
		assertThat(this.scene.server().sessions()).isZero();
		assertThat(this.scene.server().watches()).isZero();
		this.scene.awaitContenders(0);
	}

	@Test
	void aClientThatClosesDoesNotWaitForWork() {
		Player player = this.scene.joinAndLead("a");
		LeaderWork work = work(player.member().election());
		CompletionStage<Void> stopped = player.member().election().stop();
		this.scene.runFor(Duration.ofSeconds(1));
		this.scene.await("the close", player.member().client().closeAsync());
		assertThat(work.leadership().isValid()).isFalse();
		work.close();
		this.scene.await("the stop", stopped);
		this.scene.awaitContenders(0);
	}

	@Test
	void aClientThatClosesJustWhenWorkEndsIsClosed() {
		Player player = this.scene.joinAndLead("a");
		LeaderWork work = work(player.member().election());
		player.member().election().stop();
		this.scene.runFor(Duration.ofSeconds(1));
		CompletionStage<Boolean> closed = player.member().client().closeAsync();
		this.scene.runFor(Duration.ofMillis(1));
		work.close();
		this.scene.await("the close", closed);
	}

	@Test
	void stoppingAfterTheClientIsClosedIsDoneAtOnce() {
		Player player = this.scene.joinAndLead("a");
		this.scene.await("the close", player.member().client().closeAsync());
		assertThat(player.member().leads()).isFalse();
		this.scene.await("the stop", player.member().election().stop());
		assertThat(player.member().events()).containsExactly("granted 1", "revoked 1 STOPPED");
	}

	@Test
	void askingAnElectionOfAClosedClientIsAnswered() {
		Player player = this.scene.joinAndLead("a");
		LeaderElection election = player.member().election();
		this.scene.await("the close", player.member().client().closeAsync());
		this.scene.await("resign", election.resign());
		this.scene.await("pause", election.pause());
		this.scene.await("resume", election.resume());
		election.start();
		this.scene.await("stop", election.stop());
		this.scene.await("the close again", player.member().client().closeAsync());
	}

	@Test
	void aListenerThatComesLateGetsTheTermAndTheLeader() {
		Player player = this.scene.joinAndLead("a");
		List<String> events = player.member().listen();
		this.scene.await("granted", () -> events.equals(List.of("granted 1")));
		player.member().election().resign();
		this.scene.await("another term", () -> events.equals(List.of("granted 1", "revoked 1 RESIGNED", "granted 2")));
	}

	private LeaderElection leader(String id) {
		return this.scene.joinAndLead(id).member().election();
	}

	private static LeaderWork work(LeaderElection election) {
		return election.startWork(() -> {
		}).orElseThrow();
	}

	private static ElectionState state(LeaderElection election) {
		return election.view().state();
	}

}
