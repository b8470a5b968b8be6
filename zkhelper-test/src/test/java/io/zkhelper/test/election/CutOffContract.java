package io.zkhelper.test.election;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionState;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Participants that can't reach the servers, and how long it takes until that is dealt
 * with, on any servers.
 */
@Timeout(120)
abstract class CutOffContract extends FaceContract {

	private static final Duration UNTIL_CLOSED = Duration.ofSeconds(3);

	private static final Duration UNTIL_LED = Duration.ofSeconds(5);

	@Test
	@DisplayName("TB-05: an election starts, leads and makes way though nobody takes an event from its client yet")
	void noEventIsTaken() {
		Backlog backlog = new Backlog();
		Member first = member("a", ElectionOptions.DEFAULT, unreachable(calm().withListenerExecutor(backlog)));
		first.election().start();
		world().during(Duration.ofMillis(500), "it waits", () -> !first.leads() && contenders() == 0);
		world().heal(first.client());
		world().awaitWithin(UNTIL_LED, "a leads", first::leads);
		Member second = follower("b");
		first.election().stop();
		world().awaitWithin(UNTIL_LED, "b leads", second::leads);
		assertThat(backlog.size()).isPositive();
		assertThat(first.events()).isEmpty();
		backlog.catchUp();
		world().await("it hears of all, in order",
				() -> first.events().toString().equals("[granted 1, revoked 1 STOPPED]"));
	}

	@Test
	@DisplayName("TH-05 TH-06: a leader that is cut off leads no more, the other one wins, and the first closes soon")
	void cutOffAndClosed() {
		Member first = leader(hastyMember("a"));
		Member second = follower("b");
		world().await("b knows a", () -> second.sees("a"));
		world().cut(first.client());
		world().awaitWithin(UNTIL_LED, "b leads, and a does not", () -> {
			boolean other = second.leads();
			// In this order: who leads still when the other one is seen leading overlaps
			assertThat(other && first.leads()).as("both lead").isFalse();
			return other;
		});
		assertThat(first.leads()).isFalse();
		closeSoon(first);
		assertThat(first.events()).containsExactly("granted 1", "revoked 1 LEASE_LAPSED");
		assertThat(second.leads()).isTrue();
	}

	@Test
	@DisplayName("TH-06: a leader that is cut off and has lost nothing yet closes as soon")
	void closedRightAfterTheCut() {
		Member first = leader(hastyMember("a"));
		world().cut(first.client());
		world().await("it knows", () -> first.client().state() == SessionState.SUSPENDED);
		closeSoon(first);
		assertThat(first.leads()).isFalse();
	}

	@Test
	@DisplayName("TH-07: who has never reached a server closes soon, and leaves nothing")
	void neverReachable() {
		Member first = member("a", ElectionOptions.DEFAULT, unreachable(calm()));
		first.election().start();
		world().during(Duration.ofMillis(500), "it waits", () -> !first.leads());
		closeSoon(first);
		assertThat(first.events()).isEmpty();
		assertThat(contenders()).isZero();
	}

	@Test
	@DisplayName("TH-08: without a server one waits, and wins when there is one")
	void serversComeLate() {
		world().stopServers();
		Member only = member("a");
		only.election().start();
		world().during(Duration.ofMillis(500), "it waits", () -> only.election().leader().isEmpty());
		world().startServers();
		world().awaitWithin(UNTIL_LED, "it leads", only::leads);
		assertThat(contenders()).isEqualTo(1);
	}

	private void closeSoon(Member member) {
		CompletableFuture<Void> stopped = member.election().stop().toCompletableFuture();
		CompletableFuture<Boolean> closed = member.client().closeAsync().toCompletableFuture();
		world().awaitWithin(UNTIL_CLOSED, "it is closed", () -> stopped.isDone() && closed.isDone());
		assertThat(member.election().view().state()).isEqualTo(ElectionState.IDLE);
		assertThat(member.client().state()).isEqualTo(SessionState.CLOSED);
	}

	/**
	 * A client whose network is broken before there are servers.
	 */
	private ZkClient unreachable(ZkClientOptions options) {
		world().stopServers();
		ZkClient client = world().connect(options);
		world().cut(client);
		world().startServers();
		return client;
	}

}
