package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Participants that give up their node and make another one while something else goes on,
 * at each moment of it.
 */
class RejoiningTests {

	private final Scene scene = new Scene();

	static IntStream millis() {
		return IntStream.range(0, 40);
	}

	@ParameterizedTest(name = "TestLeaderLatch: rejoining {0} ms after the start leaves one node")
	@MethodSource("millis")
	void rejoiningWhileJoining(int millis) {
		Player only = this.scene.player("a");
		only.member().election().start();
		this.scene.runFor(Duration.ofMillis(millis));
		this.scene.await("it is on its way back", rejoin(only));
		this.scene.awaitLeader(only);
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest(name = "TestLeaderLatch: a follower that rejoins {0} ms after its leader went leads")
	@MethodSource("millis")
	void rejoiningWhileThePredecessorGoes(int millis) {
		Player first = this.scene.joinAndLead("a");
		Player second = this.scene.join("b");
		this.scene.runFor(Duration.ofSeconds(1));
		CompletionStage<Void> stopped = first.member().election().stop();
		this.scene.runFor(Duration.ofMillis(millis));
		CompletionStage<Void> back = rejoin(second);
		this.scene.await("the stop", stopped);
		this.scene.await("it is on its way back", back);
		this.scene.awaitLeader(second);
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest(name = "TestLeaderLatch: of two that rejoin {0} ms after each other one leads")
	@MethodSource("millis")
	void rejoiningOneAfterTheOther(int millis) {
		List<Player> players = List.of(this.scene.joinAndLead("a"), this.scene.join("b"));
		this.scene.runFor(Duration.ofSeconds(1));
		CompletionStage<Void> first = rejoin(players.get(0));
		this.scene.runFor(Duration.ofMillis(millis));
		CompletionStage<Void> second = rejoin(players.get(1));
		this.scene.await("the first is on its way back", first);
		this.scene.await("the second is on its way back", second);
		this.scene.runFor(Duration.ofSeconds(1));
		this.scene.awaitContenders(2);
		this.scene.await("somebody leads", () -> !this.scene.leaders().isEmpty());
		Player leader = this.scene.leaders().get(0);
		this.scene.during(Duration.ofSeconds(5), "it leads on", leader::seesItselfLeading);
		assertThat(players).allSatisfy((player) -> assertThat(String.join(",", player.member().events()))
			.matches("(granted (\\d+),revoked \\2 \\w+,?)*(granted \\d+)?"));
	}

	private static CompletionStage<Void> rejoin(Player player) {
		player.member().election().pause();
		return player.member().election().resume();
	}

}
