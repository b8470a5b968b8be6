package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.election.ElectionState;
import io.zkhelper.election.ElectionView;
import io.zkhelper.election.Leadership;
import io.zkhelper.session.SessionState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Two participants as in the systems before this one, each behind a network of its own,
 * in real time.
 */
@Timeout(90)
abstract class RivalsContract extends FaceContract {

	/** On the queue, on the record, and on its own node. */
	private static final int WATCHES_OF_ONE = 3;

	/** Its loop, and a few for listeners. */
	private static final int THREADS_OF_ONE = 6;

	@Test
	@DisplayName("TB-02: both know who leads, and when it closes the other one leads and both knew in turn")
	void closing() throws InterruptedException {
		Member first = leader("e1");
		Member second = follower("e2");
		world().await("both report e1", () -> first.sees("e1") && second.sees("e1"));
		assertThat(second.leads()).isFalse();
		first.election().close();
		assertThat(second.election().awaitLeadership(Duration.ofSeconds(30))).isPresent();
		world().await("e2 reports itself", () -> second.sees("e2"));
		assertThat(first.leads()).isFalse();
	}

	@Test
	@DisplayName("TC-60: who leads is known to who waits, through two stops, and waiting after that is told to be over")
	void checkElection() {
		Member first = member("id1");
		Member second = member("id2");
		assertThat(second.election().leader()).isEmpty();
		Leadership one = get("id1 leads", first.election().campaign());
		CompletableFuture<Leadership> waiting = second.election().campaign().toCompletableFuture();
		world().await("id2 asks who leads", () -> second.sees("id1"));
		assertThat(waiting).isNotDone();
		get("the stop", first.election().stop());
		assertThat(one.lost().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(5));
		Leadership other = get("id2 leads", waiting);
		second.election().close();
		assertThat(other.isValid()).isFalse();
		awaitContenders(0);
		assertThatIllegalStateException().isThrownBy(second.election()::campaign).withMessageContaining("closed");
	}

	@Test
	@DisplayName("TH-01 TH-02: a single one leads until it closes; of two, the second leads when the first closes")
	void closeOneAfterTheOther() {
		Member first = leader("a");
		Member second = follower("b");
		awaitEvents(first, "granted 1");
		assertThat(second.events()).isEmpty();
		first.election().close();
		assertThat(first.leads()).isFalse();
		awaitEvents(first, "granted 1", "revoked 1 STOPPED");
		world().await("b leads", second::leads);
		awaitEvents(second, "granted 2");
		second.election().close();
		assertThat(second.leads()).isFalse();
		awaitEvents(second, "granted 2", "revoked 2 STOPPED");
		awaitEvents(first, "granted 1", "revoked 1 STOPPED");
		assertThat(Stream.of(first, second).map((member) -> member.election().view().state()))
			.containsOnly(ElectionState.IDLE);
		awaitContenders(0);
	}

	@Test
	@DisplayName("TH-03 D-28: when the leader concedes, the other one wins, and the first stays in the queue")
	void conceding() {
		Member first = leader("a");
		Member second = follower("b");
		CompletionStage<Void> conceded = first.election().resign();
		world().awaitWithin(Duration.ofSeconds(3), "b leads", second::leads);
		get("the concession", conceded);
		awaitContenders(2);
		assertThat(first.leads()).isFalse();
	}

	@Test
	@DisplayName("TH-04: who was never elected closes, and is out of the queue")
	void neverElected() {
		Member first = leader("a");
		Member second = follower("b");
		second.election().close();
		assertThat(contenders()).isEqualTo(1);
		assertThat(second.events()).isEmpty();
		assertThat(first.leads()).isTrue();
	}

	@Test
	@DisplayName("D-02 D-03: all run, the first outcome is awaited, and who lost is a follower that hears of changes")
	void firstOutcome() throws InterruptedException {
		List<Member> all = Stream.of("a", "b", "c").map(this::member).toList();
		all.forEach((member) -> member.election().start());
		for (Member member : all) {
			String leader = member.election().awaitLeader(Duration.ofSeconds(30)).orElseThrow().id();
			assertThat(member.leads()).isEqualTo(leader.equals(member.id()));
		}
		Member winner = all.stream().filter(Member::leads).findFirst().orElseThrow();
		Member loser = all.stream().filter((member) -> member != winner).findFirst().orElseThrow();
		winner.election().close();
		world().await("another one", () -> loser.election().leader().isPresent() && !loser.sees(winner.id()));
	}

	@Test
	@DisplayName("TB-06: who has its first event, reads no more and closes, election and client at once, leaves nothing")
	void closingAtOnce() {
		Member other = leader("other");
		// A hundred, some together since each takes a while to connect
		for (int round = 0; round < 10; round++) {
			CountDownLatch letGo = new CountDownLatch(1);
			List<Member> batch = IntStream.range(0, 10).mapToObj((number) -> member("m" + number)).toList();
			List<Long> seen = new CopyOnWriteArrayList<>();
			batch.forEach((member) -> follow(member, seen, letGo));
			world().await("the first event of each", () -> seen.size() == batch.size());
			awaitContenders(1 + batch.size());
			closeAtOnce(batch);
			awaitContenders(1);
			letGo.countDown();
		}
		assertThat(other.leads()).isTrue();
		world().await("no watch is left", () -> world().watches() <= WATCHES_OF_ONE);
		world().await("no thread is left", () -> threads() <= THREADS_OF_ONE);
	}

	private void follow(Member member, List<Long> seen, CountDownLatch letGo) {
		member.election().observe((view) -> {
			seen.add(view.term());
			await(letGo);
		});
		member.election().start();
	}

	// With an election ends what it watches
	private static void closeAtOnce(List<Member> members) {
		List<CompletableFuture<Void>> closed = members.stream()
			.<Runnable>flatMap((member) -> Stream.of(member.election()::close, member.client()::close))
			.map((close) -> CompletableFuture.runAsync(close, (task) -> new Thread(task).start()))
			.toList();
		closed.forEach(CompletableFuture::join);
		assertThat(members).allMatch((member) -> member.client().state() == SessionState.CLOSED);
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().matches("zkhelper-\\d+|zkhelper-listener|client-\\d+"))
			.count();
	}

	@Test
	@DisplayName("TR-16 F-25: an observer that blocks delays neither others nor the election, and then sees the latest")
	void slowObserver() throws InterruptedException {
		Member only = leader("a");
		CountDownLatch letGo = new CountDownLatch(1);
		List<Long> seen = new CopyOnWriteArrayList<>();
		only.election().observe((view) -> block(view, seen, letGo));
		Spectator quick = new Spectator();
		only.election().observe(quick);
		for (int term = 2; term <= 5; term++) {
			long expected = term;
			get("the resignation", only.election().resign());
			world().await("term " + term, () -> only.election().view().term() == expected && only.leads());
		}
		only.leadership().proclaim("done");
		world().await("others see it", () -> quick.sees("a: done"));
		letGo.countDown();
		world().await("the slow one sees the latest", () -> seen.contains(5L));
		assertThat(seen).isSorted().hasSizeLessThan(5);
	}

	private static void block(ElectionView view, List<Long> seen, CountDownLatch letGo) {
		await(letGo);
		seen.add(view.term());
	}

	private static void await(CountDownLatch letGo) {
		try {
			letGo.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void awaitEvents(Member member, String... events) {
		world().await(String.join(", ", events), () -> member.events().equals(List.of(events)));
	}

}
