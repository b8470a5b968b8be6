package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.election.ElectionEndedException;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.ElectionTrouble;
import io.zkhelper.election.ElectionView;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.election.TaskResult;
import io.zkhelper.session.SessionState;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Elections that end at the first trouble, on any servers.
 */
abstract class FailFastContract extends FaceContract {

	private static final ElectionOptions FAIL_FAST = ElectionOptions.DEFAULT.withFailFast(true);

	private static final Duration UNTIL_ERROR = Duration.ofSeconds(5);

	@Test
	@DisplayName("TB-01: when the servers go, an election that fails fast ends with one error, and nothing after it")
	void serversGo() {
		Member only = member("foo", FAIL_FAST);
		Diary diary = new Diary(only);
		leader(only);
		world().await("it knows that it leads", () -> only.sees("foo"));
		world().stopServers();
		world().awaitWithin(UNTIL_ERROR, "the error", diary::isOver);
		assertThat(only.leads()).isFalse();
		world().startServers();
		world().await("the node is gone", () -> only.client().state() == SessionState.CONNECTED && contenders() == 0);
		world().during(Duration.ofMillis(500), "nothing follows", () -> contenders() == 0);
		assertThat(diary.events()).containsExactly("granted", "leader foo", "revoked STOPPED", "leader nobody",
				"failed DISCONNECTED");
		assertThatIllegalStateException().isThrownBy(only.election()::start).withMessageContaining("build another one");
	}

	@Test
	@DisplayName("TB-01: otherwise it waits, loses leadership in time, and comes back")
	void serversGoAndComeBack() {
		Member only = hastyMember("foo");
		Diary diary = new Diary(only);
		leader(only);
		world().stopServers();
		world().await("its view is stale", () -> only.election().view().stale());
		world().awaitWithin(world().options().sessionTimeout(), "it leads no more",
				() -> diary.events().contains("revoked LEASE_LAPSED"));
		world().startServers();
		world().await("it leads again", only::leads);
		assertThat(diary.events()).noneMatch((event) -> event.startsWith("failed"));
	}

	@Test
	@DisplayName("TB-01: a follower that is cut off fails fast, too")
	void aFollowerFailsFastToo() {
		Member first = leader("a");
		Member second = follower(member("b", FAIL_FAST));
		Diary diary = new Diary(second);
		world().await("it knows who leads", () -> diary.events().contains("leader a"));
		world().cut(second.client());
		world().awaitWithin(UNTIL_ERROR, "the error", diary::isOver);
		get("the stop", first.election().stop());
		world().heal(second.client());
		awaitContenders(0);
		assertThat(diary.events()).doesNotContain("granted").endsWith("failed DISCONNECTED");
		world().await("it is at rest", () -> second.election().view().state() == ElectionState.IDLE);
		Diary late = new Diary(second);
		world().await("who comes late is told", late::isOver);
		assertThat(late.events()).containsExactly("failed DISCONNECTED");
		get("a stop that has nothing to do", second.election().stop());
	}

	@Test
	@DisplayName("TR-14: an election that fails fast does not come back when somebody deletes its node")
	void nodeDeleted() {
		Member only = member("a", FAIL_FAST);
		Diary diary = new Diary(only);
		leader(only);
		world().delete(onlyCandidate());
		world().await("the error", diary::isOver);
		assertThat(diary.events()).contains("revoked NODE_DELETED").endsWith("failed NODE_DELETED");
		world().during(Duration.ofMillis(500), "it stays away", () -> contenders() == 0);
	}

	@Test
	void whatExpiresOrIsRefusedEndsIt() {
		Member first = member("a", FAIL_FAST);
		Diary diary = new Diary(first);
		leader(first);
		world().expireOwnerOf(onlyCandidate());
		world().await("the error", diary::isOver);
		assertThat(diary.trouble()).isIn(ElectionTrouble.DISCONNECTED, ElectionTrouble.SESSION_EXPIRED);
		awaitContenders(0);
		world().deny(CANDIDATES, Perms.CREATE);
		Member second = member("b", FAIL_FAST);
		Diary other = new Diary(second);
		awaitEnd(second.election().campaign(), ElectionTrouble.REFUSED);
		world().await("the error", other::isOver);
		assertThat(other.trouble()).isEqualTo(ElectionTrouble.REFUSED);
		world().allow(CANDIDATES);
	}

	@Test
	void aTaskAndAnObserverEndWithIt() {
		Member only = member("a", FAIL_FAST);
		Spectator spectator = new Spectator();
		only.election().observe(spectator);
		awaitEnd(only.election().run((leadership) -> {
			world().cut(only.client());
			return TaskResult.REJOIN;
		}).ended(), ElectionTrouble.DISCONNECTED);
		int seen = spectator.seen().size();
		world().heal(only.client());
		awaitContenders(0);
		world().during(Duration.ofMillis(500), "nothing more is seen", () -> spectator.seen().size() == seen);
	}

	@Test
	void whatNeverBeganWaits() {
		world().stopServers();
		Member only = member("a", FAIL_FAST);
		Diary diary = new Diary(only);
		only.election().start();
		world().during(Duration.ofSeconds(1), "it waits", () -> !diary.isOver());
		world().startServers();
		world().await("it leads", only::leads);
	}

	/**
	 * Writes down what a listener hears.
	 */
	private static final class Diary implements LeadershipListener {

		private final List<String> events = new CopyOnWriteArrayList<>();

		private final List<ElectionTrouble> troubles = new CopyOnWriteArrayList<>();

		Diary(Member member) {
			member.election().addListener(this);
		}

		@Override
		public void onGranted(Leadership leadership) {
			this.events.add("granted");
		}

		@Override
		public void onRevoked(Leadership leadership, LossReason reason) {
			this.events.add("revoked " + reason);
		}

		@Override
		public void onLeaderChanged(ElectionView view) {
			String event = "leader " + view.leader().map(Participant::id).orElse("nobody");
			if (!this.events.isEmpty() || view.leader().isPresent()) {
				this.events.add(event);
			}
		}

		@Override
		public void onFailed(ElectionEndedException failure) {
			this.events.add("failed " + failure.trouble());
			this.troubles.add(failure.trouble());
		}

		List<String> events() {
			return this.events;
		}

		boolean isOver() {
			return !this.troubles.isEmpty();
		}

		ElectionTrouble trouble() {
			return this.troubles.get(0);
		}

	}

}
