package io.zkhelper.test.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Safety;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.Participant;
import io.zkhelper.election.Term;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes that take part in an election and use a lock and a strict lock, on real
 * servers. Whenever it is looked at them at most one leads, and tokens of each of the
 * three have grown.
 */
final class Team implements AutoCloseable {

	static final String RECORD = "/zkhelper/elections/reports/leader";

	private static final LockOptions STRICT = LockOptions.DEFAULT.withSafety(Safety.STRICT);

	private final List<Mate> mates;

	private final Map<String, FencingToken> highest = new HashMap<>();

	private Team(List<Mate> mates) {
		this.mates = mates;
	}

	static Team of(String connectString, Duration sessionTimeout) {
		Timing timing = new Timing(sessionTimeout, Duration.ofMillis(200), Duration.ofMillis(50), 1e-3);
		List<Mate> mates = Stream.of("a", "b")
			.map((id) -> Mate.of(id, ZkClientOptions.of(connectString).withTiming(timing)))
			.toList();
		return new Team(mates);
	}

	/**
	 * Let one lead after the other, and each have the locks.
	 * @return the token of the last term
	 */
	FencingToken round() {
		Leadership first = awaitLeadership();
		this.mates.stream().filter((mate) -> mate.election().isLeader()).findFirst().ifPresent((leader) -> {
			leader.election().resign();
			await("its end", () -> !first.isValid());
		});
		takeTurns("ledger", LockOptions.DEFAULT);
		takeTurns("vault", STRICT);
		return awaitLeadership().token();
	}

	private Leadership awaitLeadership() {
		List<Leadership> found = new ArrayList<>();
		await("somebody leads", () -> {
			found.addAll(leading());
			return !found.isEmpty();
		});
		Leadership leadership = found.get(0);
		FencingToken last = this.highest.put("reports", leadership.token());
		assertThat(last == null || leadership.token().compareTo(last) >= 0).as("%s after %s", leadership.token(), last)
			.isTrue();
		return leadership;
	}

	/**
	 * Return the terms that are valid now, of which there is one at most.
	 */
	List<Leadership> leading() {
		List<Leadership> leading = new ArrayList<>(
				this.mates.stream().flatMap((mate) -> mate.election().leadership().stream()).toList());
		// Time goes on between two looks
		leading.removeIf((leadership) -> !leadership.isValid());
		assertThat(leading).hasSizeLessThan(2);
		return leading;
	}

	// A place that was asked for in a session that is about to expire is lost with it
	private void awaitConnected() {
		await("all are connected",
				() -> this.mates.stream().allMatch((mate) -> mate.client().state() == SessionState.CONNECTED));
	}

	private void takeTurns(String name, LockOptions options) {
		awaitConnected();
		List<CompletableFuture<HeldLock>> attempts = this.mates.stream()
			.map((mate) -> mate.locks().get(name, options))
			.map((lock) -> lock.acquireAsync().toCompletableFuture())
			.toList();
		for (int left = attempts.size(); left > 0; left--) {
			await("a turn", () -> holder(attempts).isPresent());
			HeldLock held = holder(attempts).orElseThrow();
			FencingToken last = this.highest.put(name, held.token());
			assertThat(last == null || held.token().isNewerThan(last)).as("%s after %s", held.token(), last).isTrue();
			held.close();
		}
	}

	private static Optional<HeldLock> holder(List<CompletableFuture<HeldLock>> attempts) {
		return attempts.stream()
			.filter(CompletableFuture::isDone)
			.map(CompletableFuture::join)
			.filter(HeldLock::isValid)
			.findFirst();
	}

	/**
	 * Wait until each has seen the last term, or a later one: a lease can lapse
	 * meanwhile.
	 */
	void awaitSeen() {
		await("all have seen it",
				() -> this.mates.stream()
					.map((mate) -> mate.election().view().current().map(Term::token))
					.allMatch((seen) -> seen.isPresent() && !highest().isNewerThan(seen.get())));
	}

	/**
	 * Return the highest token of the election.
	 */
	FencingToken highest() {
		return this.highest.get("reports");
	}

	/**
	 * Ask for the lock and for the strict lock.
	 */
	List<CompletableFuture<HeldLock>> askForLocks() {
		DistributedLocks locks = this.mates.get(0).locks();
		return Stream.of(locks.get("ledger"), locks.get("vault", STRICT))
			.map(DistributedLock::acquireAsync)
			.map((stage) -> stage.toCompletableFuture())
			.toList();
	}

	static void await(String what, BooleanSupplier holds) {
		Awaitility.await()
			.alias(what)
			.atMost(Duration.ofSeconds(90))
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.until(holds::getAsBoolean);
	}

	@Override
	public void close() {
		this.mates.forEach((mate) -> mate.client().closeAsync());
		this.mates.forEach((mate) -> mate.client().close());
	}

	private record Mate(ZkClient client, LeaderElection election, DistributedLocks locks) {

		static Mate of(String id, ZkClientOptions options) {
			ZkClient client = ZkClient.connect(options);
			LeaderElection election = LeaderElection.builder(client, "reports").participant(Participant.of(id)).build();
			election.start();
			return new Mate(client, election, DistributedLocks.on(client));
		}

	}

}
