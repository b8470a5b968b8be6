package io.zkhelper.test.election;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import io.zkhelper.election.Leadership;
import io.zkhelper.election.Term;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZnodeError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What leaders proclaim and observers see, on any servers.
 */
abstract class ObserverContract extends FaceContract {

	private static final String VALUE = BASE + "/value";

	private final Member outsider = member("x");

	private final Spectator spectator = new Spectator();

	private final Cancellable observation = this.outsider.election().observe(this.spectator);

	@Test
	@DisplayName("TD-06: who observes late gets the current value at once")
	void lateObserver() {
		proclaim(leader("a").leadership(), "one", "two", "three");
		Spectator late = new Spectator();
		member("y").election().observe(late);
		world().await("the late one sees it", () -> late.sees("a: three"));
		assertThat(late.seen()).containsExactly("a: three");
		Spectator later = new Spectator();
		this.outsider.election().observe(later);
		world().await("who comes second here sees it", () -> later.sees("a: three"));
		assertThat(later.seen()).containsExactly("a: three");
	}

	@Test
	@DisplayName("TD-07: each value that was proclaimed is a view of its own")
	void everyValue() {
		Leadership first = leader("a").leadership();
		List<Long> revisions = new ArrayList<>();
		for (String value : List.of("abc", "def", "ghi")) {
			proclaim(first, value);
			revisions.add(revision());
		}
		assertThat(this.spectator.seen()).containsSubsequence("a: abc", "a: def", "a: ghi");
		assertThat(this.spectator.seen()).doesNotHaveDuplicates();
		assertThat(revisions).isSorted().doesNotHaveDuplicates();
	}

	private long revision() {
		return get("the value", this.outsider.client().nodes().read(VALUE)).stat().mzxid();
	}

	@Test
	@DisplayName("TD-07: a value of the next term has a greater token, and what it was written by rises")
	void nextTerm() {
		Member only = leader("a");
		proclaim(only.leadership(), "abc");
		Term before = get("the term", this.outsider.election().latestTerm()).orElseThrow();
		long revision = revision();
		get("the resignation", only.election().resign());
		world().await("another term", () -> only.term() == 2);
		proclaim(only.leadership(), "def");
		Term after = get("the term", this.outsider.election().latestTerm()).orElseThrow();
		assertThat(after.token().isNewerThan(before.token())).isTrue();
		assertThat(revision()).isGreaterThan(revision);
		assertThat(List.of(before.value().orElseThrow(), after.value().orElseThrow())).containsExactly("abc", "def");
	}

	@Test
	@DisplayName("TD-11: over two leaders values never go backwards, and all are seen that are waited for")
	void twoLeaders() {
		Member first = leader("a");
		proclaim(first.leadership(), "1", "2", "3", "4");
		Member second = follower("b");
		first.election().stop();
		world().await("b leads", second::leads);
		proclaim(second.leadership(), "5", "6", "7", "8", "9");
		List<String> values = this.spectator.seen().stream().filter((seen) -> seen.contains(": ")).toList();
		assertThat(values).containsExactly("a: 1", "a: 2", "a: 3", "a: 4", "b: 5", "b: 6", "b: 7", "b: 8", "b: 9");
	}

	@Test
	@DisplayName("TD-11: who proclaims faster than others look ends with the latest")
	void manyValues() {
		Leadership term = leader("a").leadership();
		for (int i = 0; i < 50; i++) {
			term.proclaim("value " + i);
		}
		world().await("the last one", () -> this.spectator.sees("a: value 49"));
		List<Integer> numbers = this.spectator.seen()
			.stream()
			.filter((seen) -> seen.contains(": "))
			.map((seen) -> Integer.valueOf(seen.substring(seen.lastIndexOf(' ') + 1)))
			.toList();
		assertThat(numbers).isSorted();
	}

	@Test
	@DisplayName("D-18: observers hear that nobody leads, and outlive their sessions")
	void observersOutliveSessions() {
		Member hasty = hastyMember("y");
		Spectator patient = new Spectator();
		hasty.election().observe(patient);
		world().await("nobody leads", () -> patient.sees(Spectator.NOBODY));
		Member first = leader("a");
		world().await("a leads", () -> patient.sees("a"));
		world().cut(hasty.client());
		world().await("its session is over", () -> hasty.client().state() == SessionState.EXPIRED);
		get("the stop", first.election().stop());
		Member second = leader("b");
		world().heal(hasty.client());
		world().await("b leads", () -> patient.sees("b"));
		proclaim(second.leadership(), "two");
		world().await("it is seen here as well", () -> patient.sees("b: two"));
		second.election().stop();
		world().await("nobody leads", () -> patient.sees(Spectator.NOBODY));
		assertThat(hasty.ids()).as("an observer takes no part").isEmpty();
	}

	@Test
	@DisplayName("D-15: what was proclaimed in an earlier term is not shown, and can't be proclaimed any more")
	void earlierTerm() {
		Member only = leader("a");
		Leadership first = only.leadership();
		proclaim(first, "old");
		get("the resignation", only.election().resign());
		world().await("another term", () -> only.term() == 2);
		world().await("its value is not shown", () -> this.spectator.sees("a"));
		assertThat(get("the old term", first.proclaim("late"))).isInstanceOf(CommitResult.Fenced.class);
		assertThat(get("the term", only.election().latestTerm()).flatMap(Term::value)).isEmpty();
	}

	@Test
	@DisplayName("D-15: a leader that does not know yet that its node is gone proclaims nothing")
	void leaderFromThePast() {
		Leadership term = leader("a").leadership();
		proclaim(term, "one");
		world().delete(onlyCandidate());
		assertThat(get("the answer", term.proclaim("two"))).isInstanceOf(CommitResult.Fenced.class);
		world().await("another term", () -> this.spectator.sees("a"));
		assertThat(this.spectator.seen()).doesNotContain("a: two");
	}

	@Test
	@DisplayName("D-17: the latest term is asked for, or it is said that nobody can be asked")
	void latest() {
		Member first = leader("a");
		Optional<Term> latest = get("the term", this.outsider.election().latestTerm());
		assertThat(latest.orElseThrow().token()).isEqualTo(first.leadership().token());
		get("the stop", first.election().stop());
		assertThat(get("the term", this.outsider.election().latestTerm())).isEmpty();
		world().cut(this.outsider.client());
		world().await("cut off", () -> this.outsider.election().view().stale());
		CompletableFuture<Optional<Term>> lost = this.outsider.election().latestTerm().toCompletableFuture();
		world().await("an answer", lost::isDone);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(lost::join)
			.havingCause()
			.isInstanceOfSatisfying(NodeException.class,
					(refused) -> assertThat(refused.error()).isEqualTo(ZnodeError.CONNECTION_LOSS));
	}

	@Test
	@DisplayName("TR-04: while somebody's record stands in place of the leader's, others hear that nobody leads, and it leads on")
	void recordOverwritten() {
		Member first = leader(hastyMember("a"));
		Member second = follower(hastyMember("b"));
		Spectator ofLeader = new Spectator();
		Spectator ofFollower = new Spectator();
		first.election().observe(ofLeader);
		second.election().observe(ofFollower);
		world().await("all know",
				() -> Stream.of(ofLeader, ofFollower, this.spectator).allMatch((one) -> one.sees("a")));
		world().write(BASE + "/leader", "not ours");
		world().await("others know nobody",
				() -> ofFollower.sees(Spectator.NOBODY) && this.spectator.sees(Spectator.NOBODY));
		world().during(Duration.ofMillis(500), "a leads on", () -> first.leads() && !second.leads());
		first.election().stop();
		world().await("b leads after a session timeout", second::leads);
		world().await("all know",
				() -> Stream.of(ofLeader, ofFollower, this.spectator).allMatch((one) -> one.sees("b")));
		assertThat(second.term()).isEqualTo(2);
		assertThat(first.events()).containsExactly("granted 1", "revoked 1 STOPPED");
		assertThat(second.events()).containsExactly("granted 2");
		assertThat(ofLeader.seen()).containsExactly("a", Spectator.NOBODY, "b");
		assertThat(ofFollower.seen()).containsExactly("a", Spectator.NOBODY, "b");
		assertThat(this.spectator.seen()).endsWith("a", Spectator.NOBODY, "b");
	}

	@Test
	void whatIsNotOursIsNotShown() {
		world().write(VALUE, "{\"token\":1,\"value\":\"made up\"}");
		Member only = leader("a");
		world().await("a leads", () -> this.spectator.sees("a"));
		proclaim(only.leadership(), "true");
		world().write(VALUE, "no JSON");
		world().await("it is gone", () -> this.spectator.sees("a"));
		world().delete(VALUE);
		proclaim(only.leadership(), "true again");
	}

	@Test
	void whatCannotBeProclaimedIsRefusedBeforeItIsSent() {
		Leadership term = leader("a").leadership();
		assertThatIllegalArgumentException().isThrownBy(() -> term.proclaim("x".repeat(4096)))
			.withMessageContaining("4096");
		assertThatIllegalArgumentException().isThrownBy(() -> term.proclaim("\uD800")).withMessageContaining("half");
		assertThat(get("the longest", term.proclaim("x".repeat(4000))).isCommitted()).isTrue();
	}

	@Test
	void whoLooksAwaySeesNothingMore() {
		Member only = leader("a");
		world().await("a leads", () -> this.spectator.sees("a"));
		this.observation.cancel();
		get("the stop", only.election().stop());
		world().await("others know", () -> this.outsider.election().leader().isEmpty());
		world().during(Duration.ofMillis(300), "nothing more", () -> this.spectator.sees("a"));
	}

	@Test
	void valuesAreReadOnlyWhileSomebodyLooks() {
		Leadership term = leader("a").leadership();
		Spectator other = new Spectator();
		Cancellable last = this.outsider.election().observe(other);
		this.observation.cancel();
		get("the first value", term.proclaim("one"));
		world().await("who still looks sees it", () -> other.sees("a: one"));
		last.cancel();
		world().await("it is forgotten", () -> value().isEmpty());
		get("the second value", term.proclaim("two"));
		world().during(Duration.ofMillis(500), "nobody reads it", () -> value().isEmpty());
		Spectator next = new Spectator();
		this.outsider.election().observe(next);
		world().await("it is read again", () -> next.sees("a: two"));
		get("the third value", term.proclaim("three"));
		world().await("it is watched again", () -> next.sees("a: three"));
	}

	private Optional<String> value() {
		return this.outsider.election().view().current().flatMap(Term::value);
	}

	private void proclaim(Leadership term, String... values) {
		for (String value : values) {
			assertThat(get(value, term.proclaim(value)).isCommitted()).isTrue();
			world().await(value + " is seen",
					() -> this.spectator.seen().stream().anyMatch((seen) -> seen.endsWith(": " + value)));
		}
	}

}
