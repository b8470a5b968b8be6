package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.PastTerm;
import io.zkhelper.test.world.CapturedLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What long-lived elections come to: used up numbers, reaped directories, a long history,
 * servers restored from a backup, and many participants.
 */
class LongElectionTests {

	@ParameterizedTest
	@ValueSource(ints = { 2147483645, 2147483646, 2147483647, -2147483648, -2147483647, -2, 2146483647 })
	@DisplayName("TR-11 when the numbers are used up, who came first still leads first")
	void sequence(int next) {
		Scene scene = new Scene();
		scene.await("the directory", scene.joinAndLead("x").member().election().stop());
		scene.server().setNextSequence(Scene.CANDIDATES, next);
		List<Player> players = IntStream.range(0, 4).mapToObj((index) -> scene.join("p" + index)).toList();
		for (int i = 0; i < players.size(); i++) {
			Player next1 = players.get(i);
			scene.awaitLeader(next1);
			scene.during(Duration.ofSeconds(2), "it leads", next1::seesItselfLeading);
			scene.await("the stop", next1.member().election().stop());
			scene.awaitContenders(players.size() - 1 - i);
		}
	}

	@Test
	@DisplayName("TR-11 newcomers with negative numbers queue behind who leads with a positive one")
	void negativeNewcomers() {
		Scene scene = new Scene();
		Player leader = scene.joinAndLead("a");
		scene.server().setNextSequence(Scene.CANDIDATES, -2147483648);
		Player second = scene.join("b");
		Player third = scene.join("c");
		scene.during(Duration.ofSeconds(5), "a leads", leader::seesItselfLeading);
		assertThat(second.member().ids()).containsExactly("a", "b", "c");
		leader.member().election().resign();
		scene.awaitLeader(second);
		second.member().election().stop();
		scene.awaitLeader(third);
	}

	@Test
	void aReapedDirectoryIsMadeAgain() {
		Scene scene = new Scene((builder) -> builder.containerCheckInterval(Duration.ofMillis(40)));
		Player player = scene.joinAndLead("a");
		for (int i = 0; i < 10; i++) {
			scene.await("the stop", player.member().election().stop());
			scene.runFor(Duration.ofMillis(33 + i));
			player.member().election().start();
			scene.awaitLeader(player);
		}
		assertThat(player.member().term()).isEqualTo(11);
	}

	@Test
	void theHistoryKeepsTheLastFiftyTermsNewestFirst() {
		Scene scene = new Scene();
		Player player = scene.joinAndLead("a");
		IntStream.rangeClosed(2, 60).forEach((term) -> {
			player.member().election().resign();
			scene.await("term " + term, () -> player.member().term() == term);
		});
		List<Long> expected = IntStream.rangeClosed(10, 59).mapToObj((term) -> (long) (69 - term)).toList();
		scene.await("the history", () -> numbers(player).equals(expected));
		assertThat(player.member().election().view().history()).extracting(PastTerm::reason)
			.containsOnly(LossReason.RESIGNED);
		assertThat(scene.server().children(Scene.HISTORY)).hasSize(50);
	}

	private static List<Long> numbers(Player player) {
		return player.member().election().view().history().stream().map(PastTerm::number).toList();
	}

	@Test
	@DisplayName("H9 a token below an earlier one is refused, with the remedy")
	void restoredServer() {
		try (CapturedLog log = CapturedLog.of(LeaderElection.class, Level.INFO)) {
			Scene scene = new Scene();
			Player player = scene.joinAndLead("a");
			IntStream.range(0, 30).forEach((round) -> {
				player.member().election().resign();
				scene.await("another term", () -> player.member().term() == round + 2);
			});
			scene.wipeServer();
			scene.await("an error", () -> !log.messages(Level.ERROR).isEmpty());
			assertThat(log.messages(Level.ERROR).get(0)).contains("'a' can't lead", "restored from a backup", "epoch");
			assertThat(player.member().events()).hasSize(62).last().isEqualTo("revoked 31 LEASE_LAPSED");
			scene.during(Duration.ofMillis(400), "a does not lead", () -> !player.seesItselfLeading());
		}
	}

	@Test
	@DisplayName("I7 a resignation among two hundred wakes one")
	void herd() {
		Scene scene = new Scene();
		List<Player> players = IntStream.range(0, 200).mapToObj((index) -> scene.player("p" + index)).toList();
		scene.join(players.get(0));
		players.stream().skip(1).forEach((player) -> player.member().election().start());
		scene.await("all", () -> scene.contenders() == 200 && !scene.leaders().isEmpty());
		scene.runFor(Duration.ofSeconds(10));
		assertThat(scene.server().watches()).as("one each ahead, and two each for the view").isLessThan(3 * 200);
		Player leader = scene.leaders().get(0);
		long before = scene.server().requests();
		leader.member().election().stop();
		scene.await("the next one", () -> !leader.seesItselfLeading() && !scene.leaders().isEmpty());
		assertThat(scene.server().requests() - before).as("release, list, record, grant, a heartbeat")
			.isBetween(4L, 6L);
		assertThat(scene.leaders().get(0).member().election().view().participants()).hasSize(100);
	}

	@ParameterizedTest
	@ValueSource(ints = { 7, 2147483600, -2147483648 })
	void ofManyParticipantsTheFirstHundredAreShownInOrder(int next) {
		Scene scene = new Scene();
		Player leader = scene.joinAndLead("p0");
		scene.server().setNextSequence(Scene.CANDIDATES, next);
		List<Player> others = IntStream.range(1, 105).mapToObj((index) -> scene.join("p" + index)).toList();
		scene.runFor(Duration.ofSeconds(3));
		List<String> expected = IntStream.range(0, 100).mapToObj((index) -> "p" + index).toList();
		assertThat(leader.member().ids()).isEqualTo(expected);
		assertThat(others.get(103).member().ids()).isEqualTo(expected);
		scene.during(Duration.ofSeconds(3), "p0 leads", leader::seesItselfLeading);
	}

}
