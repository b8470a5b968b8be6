package io.zkhelper.test.resume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import ch.qos.logback.classic.Level;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.Leadership;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.presence.Presence;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.CapturedLog;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a session that one client leaves and another one goes on with, on any
 * servers.
 */
abstract class ResumeContract extends ResumeScenes {

	@Test
	@DisplayName("TD-05: a new client goes on with the session and leads, with a value of its own")
	void leadershipIsKept() {
		Member first = join("first", "abc");
		Member waiter = join("waiter", "xyz");
		Leadership before = first.leadership();
		before.proclaim("abc");
		// Values are read for who observes
		waiter.election().observe((view) -> {
		});
		String node = first(CANDIDATES);
		SessionTicket ticket = detach(first);
		assertThat(before.isValid()).isFalse();
		assertThat(first.client().state()).isEqualTo(SessionState.CLOSED);
		Member second = resume(ticket, "second", "def");
		awaitLeader(second);
		second.leadership().proclaim("def");
		this.world.await("the waiter sees the new value", () -> waiter.sees("def") && waiter.hears("def"));
		this.world.await("the old one was told",
				() -> first.events().equals(List.of("granted 1", "revoked 1 DETACHED")));
		assertThat(second.leadership().term()).isEqualTo(2);
		assertThat(second.leadership().token().isNewerThan(before.token())).isTrue();
		assertThat(sequence(first(CANDIDATES))).isEqualTo(sequence(node));
		this.world.await("both take part", () -> waiter.ids().equals(List.of("second", "waiter")));
		assertThat(waiter.events()).isEmpty();
	}

	@Test
	@DisplayName("TD-09: who resumes and resigns is followed by the next one, and an observer sees nothing else")
	void observed() {
		Member first = join("first", "candidate1");
		Member observer = member(connect(), "observer", "", ElectionOptions.DEFAULT.asObserver(true));
		this.world.await("the first one is observed", () -> observer.sees("candidate1"));
		FencingToken token = first.leadership().token();
		Member second = resume(detach(first), "second", "candidate1 again");
		awaitLeader(second);
		assertThat(second.leadership().token().isNewerThan(token)).isTrue();
		this.world.write(ELECTION + "-other/leader", "unrelated");
		this.world.write(CANDIDATES + "/unrelated", "unrelated");
		Member next = join("next", "candidate2");
		this.world.await("it is observed", () -> observer.sees("candidate1 again"));
		second.election().resign();
		this.world.await("the next one is observed", () -> observer.sees("candidate2"));
		assertThat(next.leads()).isTrue();
		this.world.await("that and nothing else was told",
				() -> observer.leaders().equals(List.of("candidate1", "candidate1 again", "candidate2")));
	}

	@Test
	void whoWaitsKeepsItsPlace() {
		Member leader = join("leader", "a");
		Member waiter = join("waiter", "b");
		Member last = join("last", "c");
		Member again = resume(detach(waiter), "again", "d");
		this.world.await("the place is taken over", () -> last.ids().equals(List.of("leader", "again", "last")));
		leader.election().pause();
		awaitLeader(again);
		assertThat(last.events()).isEmpty();
	}

	@Test
	void locksAreReleasedBeforeTheSessionIsLeft() throws InterruptedException {
		Member first = join("first", "a");
		DistributedLocks locks = DistributedLocks.on(first.client());
		CompletionStage<HeldLock> mine = locks.get("ledger").acquireAsync();
		this.world.await("the lock is held", () -> mine.toCompletableFuture().isDone());
		List<LockLoss> losses = new ArrayList<>();
		HeldLock held = mine.toCompletableFuture().join();
		held.onLost(losses::add);
		detach(first);
		assertThat(held.isValid()).isFalse();
		assertThat(this.world.children("/zkhelper/locks/ledger")).isEmpty();
		this.world.await("the loss is told", () -> losses.equals(List.of(LockLoss.CLIENT_CLOSED)));
		assertThat(this.world.children(CANDIDATES)).hasSize(1);
	}

	@Test
	void whoWasPresentIsNoMore() {
		Member first = join("first", "a");
		Presence presence = Presence.builder(first.client(), "/instances/1").build();
		presence.start();
		this.world.await("it is present", presence::isRegistered);
		detach(first);
		assertThat(this.world.children("/instances")).isEmpty();
	}

	@Test
	void aTicketIsGoodOnce() {
		Member first = join("first", "a");
		SessionTicket ticket = detach(first);
		Member second = resume(ticket, "second", "b");
		awaitLeader(second);
		try (CapturedLog log = CapturedLog.of(ZkClient.class, Level.INFO)) {
			Member third = resume(SessionTicket.parse(ticket.secret()), "third", "c");
			this.world.await("both take part", () -> second.ids().equals(List.of("second", "third")));
			assertThat(log.messages(Level.WARN)).anyMatch((line) -> line.contains("it was used before"));
			assertThat(third.client().closeAsync()).isNotNull();
			this.world.await("the third one has gone", () -> second.ids().equals(List.of("second")));
		}
		// It may have lost the connection for a moment, and so its lease
		assertThat(second.events()).doesNotContain("revoked 2 SESSION_EXPIRED", "revoked 2 NODE_DELETED");
		awaitLeader(second);
		assertThat(this.world.children("/zkhelper")).noneMatch((name) -> name.startsWith("handover-"));
	}

	@Test
	void aClientThatIsTurnedAwayEndsNoSession() {
		SessionTicket ticket = detach(join("first", "a"));
		Member second = resume(ticket, "second", "b");
		awaitLeader(second);
		ZkClient third = connect(ticket);
		third.closeAsync();
		this.world.during(Duration.ofMillis(500), "the second one takes part",
				() -> this.world.children(CANDIDATES).size() == 1);
		assertThat(second.events()).doesNotContain("revoked 2 SESSION_EXPIRED", "revoked 2 NODE_DELETED");
	}

	@Test
	void aSessionThatHasExpiredIsReplaced() {
		Member first = join("first", "a");
		Member waiter = join("waiter", "b");
		SessionTicket ticket = detach(first);
		this.world.expireOwnerOf(first(CANDIDATES));
		awaitLeader(waiter);
		try (CapturedLog log = CapturedLog.of(ZkClient.class, Level.INFO)) {
			Member late = resume(ticket, "late", "c");
			this.world.await("it is at the end of the queue", () -> waiter.ids().equals(List.of("waiter", "late")));
			assertThat(log.messages(Level.WARN)).anyMatch((line) -> line.contains("session of a ticket is over"));
			assertThat(late.client().state()).isEqualTo(SessionState.CONNECTED);
		}
		assertThat(waiter.leads()).isTrue();
	}

	@Test
	void aPlaceThatNobodyTakesOverIsGivenUp() {
		endSoon();
		SessionTicket ticket = detach(join("first", "a"));
		Member waiter = join("waiter", "b");
		ZkClient second = connect(ticket);
		this.world.await("the session goes on", () -> second.state() == SessionState.CONNECTED);
		assertThat(waiter.leads()).isFalse();
		awaitLeader(waiter);
		assertThat(second.state()).isEqualTo(SessionState.CONNECTED);
	}

	@Test
	void whatNobodyHasTakenOverIsHandedOverAgain() {
		SessionTicket ticket = detach(join("first", "a"));
		ZkClient between = connect(ticket);
		this.world.await("the session goes on", () -> between.state() == SessionState.CONNECTED);
		Member waiter = join("waiter", "b");
		Member last = resume(detach(between).orElseThrow(), "last", "c");
		awaitLeader(last);
		assertThat(waiter.events()).isEmpty();
	}

	@Test
	void aRecordThatStillSaysHeldIsWaitedFor() {
		endSoon();
		Member first = join("first", "a");
		this.world.deny(ELECTION + "/leader", Perms.WRITE);
		SessionTicket ticket = detach(first);
		this.world.allow(ELECTION + "/leader");
		Member second = resume(ticket, "second", "b");
		this.world.await("it waits for the lease of the one before",
				() -> second.election().view().state() == ElectionState.TAKING_OVER);
		awaitLeader(second);
		assertThat(second.leadership().handOver()).isGreaterThan(takeoverDelay());
	}

	@Test
	void aSecondCallGetsNothing() {
		Member first = join("first", "a");
		detach(first);
		assertThat(detach(first.client())).isEmpty();
		first.client().close();
		assertThat(this.world.children(CANDIDATES)).hasSize(1);
	}

	@Test
	void withoutASessionThereIsNothingToLeave() {
		this.world.stopServers();
		ZkClient client = connect();
		assertThat(detach(client)).isEmpty();
		assertThat(client.state()).isEqualTo(SessionState.CLOSED);
	}

	@Test
	void aSessionThatEndsBeforeItIsLeftIsNotLeft() {
		endSoon();
		Member first = join("first", "a");
		this.world.cut(first.client());
		this.world.await("the connection is lost", () -> first.client().state() == SessionState.SUSPENDED);
		CompletionStage<Optional<SessionTicket>> detached = first.client().detach();
		this.world.expireOwnerOf(first(CANDIDATES));
		this.world.heal(first.client());
		assertThat(get(detached)).isEmpty();
		assertThat(first.client().state()).isEqualTo(SessionState.CLOSED);
		assertThat(this.world.children("/zkhelper")).noneMatch((name) -> name.startsWith("handover-"));
	}

	@Test
	void aSessionThatNoServerGoesOnWithIsNotLeft() {
		endSoon();
		Member first = join("first", "a");
		this.world.cut(first.client());
		this.world.await("the connection is lost", () -> first.client().state() == SessionState.SUSPENDED);
		assertThat(detach(first.client())).isEmpty();
		assertThat(first.client().state()).isEqualTo(SessionState.CLOSED);
	}

	@Test
	void aSessionIsLeftOnceThereIsAServerAgain() {
		Member first = join("first", "a");
		this.world.cut(first.client());
		this.world.await("the connection is lost", () -> first.client().state() == SessionState.SUSPENDED);
		CompletionStage<Optional<SessionTicket>> detached = first.client().detach();
		this.world.heal(first.client());
		Member second = resume(get(detached).orElseThrow(), "second", "b");
		awaitLeader(second);
		assertThat(this.world.children(CANDIDATES)).hasSize(1);
	}

	@Test
	void nodesOfTheApplicationStay() {
		ZkClient client = connect();
		this.world.await("there is a session", () -> client.state() == SessionState.CONNECTED);
		get(client.nodes().create(new Change.Create("/mine", new byte[0], NodeKind.EPHEMERAL)));
		ZkClient second = connect(detach(client).orElseThrow());
		this.world.await("the session goes on", () -> second.state() == SessionState.CONNECTED);
		assertThat(this.world.children("/")).contains("mine");
		second.closeAsync();
		this.world.await("it goes with the session", () -> !this.world.children("/").contains("mine"));
	}

}
