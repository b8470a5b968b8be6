package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Elections of which somebody goes without a word.
 */
class VanishingTests {

	private final Scene scene = new Scene();

	static IntStream millis() {
		return IntStream.range(0, 40);
	}

	@ParameterizedTest(name = "TR-13: the leader''s node goes {0} ms after a follower has begun to look around")
	@MethodSource("millis")
	void leaderVanishes(int millis) {
		Player first = this.scene.joinAndLead("a");
		String node = Scene.CANDIDATES + "/" + this.scene.server().children(Scene.CANDIDATES).iterator().next();
		Player second = this.scene.player("b");
		second.member().election().start();
		this.scene.runFor(Duration.ofMillis(millis));
		first.link().cut();
		this.scene.server().expireOwnerOf(node);
		this.scene.awaitLeader(second);
		this.scene.await("b sees itself alone", () -> second.member().ids().equals(List.of("b")));
		this.scene.awaitContenders(1);
	}

	@Test
	@DisplayName("TR-08: whoever is behind, a follower whose predecessor goes waits for the one before that")
	void followersVanish() {
		Player leader = this.scene.joinAndLead("a");
		List<Player> followers = Stream.of("b", "c", "d").map(this.scene::join).toList();
		this.scene.runFor(Duration.ofSeconds(1));
		this.scene.await("the stop", followers.get(0).member().election().stop());
		this.scene.runFor(Duration.ofSeconds(1));
		this.scene.await("the stop", leader.member().election().stop());
		// The timer that looks again would find out much later
		this.scene.await("c leads", Duration.ofSeconds(1), followers.get(1)::seesItselfLeading);
	}

}
