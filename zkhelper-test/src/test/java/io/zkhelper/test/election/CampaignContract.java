package io.zkhelper.test.election;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.zkhelper.election.ElectionState;
import io.zkhelper.election.ElectionTrouble;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.TaskResult;
import io.zkhelper.session.SessionState;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a campaign does, on any servers.
 */
abstract class CampaignContract extends FaceContract {

	@Test
	@DisplayName("TD-01: three observers see each of three winners, who resign one after the other")
	void everyWinnerIsSeenByAll() {
		List<Spectator> spectators = Stream.of("x", "y", "z").map((id) -> spectator(member(id))).toList();
		List<Member> candidates = Stream.of("a", "b", "c").map(this::member).toList();
		candidates.forEach((candidate) -> candidate.election().campaign());
		List<String> winners = new ArrayList<>();
		for (int round = 0; round < 3; round++) {
			world().await("a winner", () -> candidates.stream().anyMatch(Member::leads));
			Member winner = candidates.stream().filter(Member::leads).findFirst().orElseThrow();
			winner.leadership().proclaim("I am " + winner.id());
			String expected = winner.id() + ": I am " + winner.id();
			world().await("all see " + expected, () -> spectators.stream().allMatch((each) -> each.sees(expected)));
			winners.add(winner.id());
			get("the resignation", winner.election().resign());
		}
		assertThat(winners).containsExactlyInAnyOrder("a", "b", "c");
		world().await("nobody leads", () -> spectators.stream().allMatch((each) -> each.sees(Spectator.NOBODY)));
		awaitContenders(0);
	}

	@Test
	@DisplayName("TD-02: when the session of the leader is closed, the campaign of the next one is won")
	void failover() {
		Spectator spectator = spectator(member("x"));
		Member first = member("a");
		get("a leads", first.election().campaign()).proclaim("foo");
		world().await("foo", () -> spectator.sees("a: foo"));
		Member second = member("b");
		CompletionStage<Leadership> campaign = second.election().campaign();
		awaitContenders(2);
		get("the close", first.client().closeAsync());
		get("b leads", campaign).proclaim("bar");
		world().await("bar", () -> spectator.sees("b: bar"));
	}

	@Test
	@DisplayName("TD-03: who campaigns again while it leads has won, and may proclaim another value")
	void campaigningAgain() {
		Spectator spectator = spectator(member("x"));
		Member only = member("a");
		Leadership first = get("a leads", only.election().campaign());
		first.proclaim("abc");
		world().await("abc", () -> spectator.sees("a: abc"));
		Leadership second = get("a leads still", only.election().campaign());
		second.proclaim("def");
		world().await("def", () -> spectator.sees("a: def"));
		assertThat(second).isSameAs(first);
		assertThat(contenders()).isEqualTo(1);
	}

	@Test
	@DisplayName("TD-10: a campaign waits for as long as somebody else leads, and its term has a newer token")
	void waiting() {
		Member leader = member("a");
		Leadership first = get("a leads", leader.election().campaign());
		Member second = member("b");
		CompletableFuture<Leadership> campaign = second.election().campaign().toCompletableFuture();
		awaitContenders(2);
		world().during(Duration.ofMillis(200), "b waits", () -> !campaign.isDone());
		assertThat(first.isValid()).isTrue();
		leader.election().resign();
		world().awaitWithin(Duration.ofMillis(200), "b leads", campaign::isDone);
		Leadership won = campaign.join();
		assertThat(won.token().isNewerThan(first.token())).isTrue();
		assertThat(get("the value", won.proclaim("def")).isCommitted()).isTrue();
		assertThat(get("the term", second.election().latestTerm()).orElseThrow().value()).contains("def");
	}

	@Test
	@DisplayName("TD-12: a term that was won is one term: after the resignation the other one leads, and goes on")
	void oneTerm() {
		Member second = member("e2");
		Leadership first = get("e2 leads", second.election().campaign());
		CompletionStage<Leadership> campaign = member("e1").election().campaign();
		awaitContenders(2);
		get("the resignation", second.election().resign());
		Leadership next = get("e1 leads", campaign);
		assertThat(first.isValid()).isFalse();
		awaitContenders(1);
		world().await("e2 is at rest", () -> second.election().view().state() == ElectionState.IDLE);
		world().during(Duration.ofMillis(500), "e1 leads on", next::isValid);
		assertThat(second.events()).containsExactly("granted 1", "revoked 1 RESIGNED");
	}

	@Test
	@DisplayName("D-13: who gives a campaign up leaves no node behind, whoever leads")
	void cancelled() {
		leader("a");
		Member second = member("b");
		CompletableFuture<Leadership> campaign = second.election().campaign().toCompletableFuture();
		awaitContenders(2);
		campaign.cancel(false);
		awaitContenders(1);
		second.election().campaign().toCompletableFuture().cancel(false);
		get("the start is over", second.election().stop());
		world().during(Duration.ofMillis(300), "a is alone", () -> contenders() == 1);
	}

	@Test
	@DisplayName("TD-13: a campaign ends as soon as its session does, and leaves no node behind")
	void sessionExpires() {
		Member first = leader("a");
		Member second = member("b");
		CompletionStage<Leadership> campaign = second.election().campaign();
		awaitContenders(2);
		world().expireOwnerOf(lastCandidate());
		awaitEnd(campaign, ElectionTrouble.SESSION_EXPIRED);
		awaitContenders(1);
		world().during(Duration.ofMillis(500), "a is alone", () -> contenders() == 1);
		assertThat(first.leads()).isTrue();
	}

	@Test
	void theCloseOfElectionOrClientEndsACampaign() {
		leader("a");
		Member second = member("b");
		CompletionStage<Leadership> stopped = second.election().campaign();
		awaitContenders(2);
		second.election().stop();
		awaitEnd(stopped, ElectionTrouble.STOPPED);
		CompletionStage<Leadership> closed = second.election().campaign();
		awaitContenders(2);
		second.client().closeAsync();
		awaitEnd(closed, ElectionTrouble.STOPPED);
		awaitEnd(second.election().campaign(), ElectionTrouble.STOPPED);
		awaitContenders(1);
	}

	@Test
	void aStopEndsNoCampaignThatBeginsAfterIt() {
		Member only = member("a");
		CompletionStage<Leadership> before = only.election().campaign();
		only.election().stop();
		CompletionStage<Leadership> after = only.election().campaign();
		awaitEnd(before, ElectionTrouble.STOPPED);
		Leadership won = get("a leads", after);
		world().during(Duration.ofMillis(300), "a leads on", won::isValid);
	}

	@Test
	void whoHasLostATermMayCampaignAtOnce() {
		Member only = member("a");
		Leadership first = get("a leads", only.election().campaign());
		CompletionStage<Leadership> next = first.lost().thenCompose((reason) -> only.election().campaign());
		world().delete(onlyCandidate());
		assertThat(get("a leads again", next).term()).isEqualTo(first.term() + 1);
	}

	@Test
	void aCampaignThatBeginsAfterTheCloseOfTheClientEnds() {
		Member late = member("a");
		late.client().closeAsync();
		awaitEnd(late.election().campaign(), ElectionTrouble.STOPPED);
		Member later = member("b");
		get("the close", later.client().closeAsync());
		awaitEnd(later.election().campaign(), ElectionTrouble.STOPPED);
		get("the end of a run", later.election().run((term) -> TaskResult.LEAVE).ended());
	}

	@Test
	void aCampaignThatBeginsWhileTheSessionIsHandedOverEnds() {
		Member late = member("a");
		world().await("a connection", () -> late.client().state() == SessionState.CONNECTED);
		late.client().detach();
		awaitEnd(late.election().campaign(), ElectionTrouble.STOPPED);
		assertThat(contenders()).isZero();
	}

	@Test
	void whatTheServersRefuseEndsACampaign() {
		get("a has led", leader("a").election().stop());
		world().deny(CANDIDATES, Perms.CREATE);
		Member second = member("b");
		awaitEnd(second.election().campaign(), ElectionTrouble.REFUSED);
		world().allow(CANDIDATES);
		world().during(Duration.ofMillis(500), "nobody is there", () -> contenders() == 0);
	}

	@Test
	void aConnectionThatComesBackEndsNoCampaign() {
		Member first = leader("a");
		Member second = member("b");
		CompletableFuture<Leadership> campaign = second.election().campaign().toCompletableFuture();
		awaitContenders(2);
		world().cut(second.client());
		world().await("b knows", () -> second.election().view().stale());
		world().heal(second.client());
		world().await("b is back", () -> !second.election().view().stale());
		assertThat(campaign).isNotDone();
		first.election().stop();
		assertThat(get("b leads", campaign).isValid()).isTrue();
	}

	@Test
	void aStartedElectionGoesOnAfterACampaign() {
		Member only = member("a");
		Leadership first = get("a leads", only.election().campaign());
		only.election().start();
		get("the resignation", only.election().resign());
		world().await("another term", () -> only.term() == first.term() + 1);
		only.election().campaign().toCompletableFuture().cancel(false);
		world().during(Duration.ofMillis(300), "a leads on", only::leads);
	}

	@Test
	@DisplayName("D-28: who resigns with a cool-down lets others lead, and comes back after it")
	void coolDown() {
		Member first = leader("a");
		get("the resignation", first.election().resign(Duration.ofSeconds(1)));
		Member second = leader("b");
		assertThat(first.election().view().state()).isEqualTo(ElectionState.PAUSED);
		awaitContenders(2);
		assertThat(second.leads()).isTrue();
		get("nothing to resign from", first.election().resign(Duration.ofDays(1)));
		second.election().stop();
		world().await("a leads again", first::leads);
	}

	private static Spectator spectator(Member member) {
		Spectator spectator = new Spectator();
		member.election().observe(spectator);
		return spectator;
	}

	private String lastCandidate() {
		return world().children(CANDIDATES)
			.stream()
			.max((one, other) -> number(one).compareTo(number(other)))
			.map((name) -> CANDIDATES + "/" + name)
			.orElseThrow();
	}

	private static String number(String name) {
		return name.substring(name.length() - 10);
	}

}
