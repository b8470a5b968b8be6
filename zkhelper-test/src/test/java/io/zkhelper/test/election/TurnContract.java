package io.zkhelper.test.election;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LeaderWork;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.CapturedLog;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How participants lead by turns, as long as nothing breaks.
 */
abstract class TurnContract {

	private final Electorate electorate;

	TurnContract(World world) {
		this.electorate = new Electorate(world);
	}

	@AfterEach
	void close() {
		this.electorate.close();
	}

	@Test
	@DisplayName("TestLeaderLatch: each of ten leads once, in the order of joining")
	void inTheOrderOfJoining() {
		List<Member> members = this.electorate.join(this.electorate.enter(10));
		for (int term = 1; term <= 10; term++) {
			Member leader = members.get(term - 1);
			this.electorate.awaitLeader(leader);
			this.electorate.leave(leader);
			List<String> expected = List.of("granted " + term, "revoked " + term + " STOPPED");
			this.electorate.world().await("told " + expected, () -> leader.events().equals(expected));
		}
		this.electorate.awaitContenders(0);
	}

	@Test
	@DisplayName("TestLeaderLatch: each of ten leads once, though all join at the same time")
	void joiningTogether() {
		List<Member> members = this.electorate.enter(10);
		members.forEach((member) -> member.election().start());
		Set<Member> left = new LinkedHashSet<>(members);
		while (!left.isEmpty()) {
			Member leader = this.electorate.awaitAnyLeader();
			assertThat(left.remove(leader)).as("%s has not led before", leader.id()).isTrue();
			this.electorate.leave(leader);
		}
	}

	@Test
	@DisplayName("TestLeaderSelector: who resigns leads again when all others have led")
	void resigningGoesRound() {
		List<Member> members = this.electorate.join(this.electorate.enter(5));
		for (int turn = 0; turn < 15; turn++) {
			Member leader = members.get(turn % 5);
			this.electorate.awaitLeader(leader);
			assertThat(leader.term()).isEqualTo(turn + 1);
			this.electorate.awaitDone("the end of the term", leader.election().resign());
			this.electorate.awaitContenders(5);
		}
		this.electorate.awaitLeader(members.get(0));
	}

	@Test
	@DisplayName("TestLeaderLatch: ten listeners that resign and then stop are told of each grant and each end")
	void listenersDecide() {
		List<Member> members = this.electorate.enter(10);
		members.forEach((member) -> {
			member.election().addListener(new TwoTerms(member.election()));
			member.election().start();
		});
		this.electorate.world()
			.await("all have led twice", () -> this.electorate.leaders().isEmpty()
					&& members.stream().allMatch((member) -> member.events().size() == 4));
		assertThat(members).allSatisfy((member) -> assertThat(String.join(",", member.events()))
			.matches("granted (\\d+),revoked \\1 RESIGNED,granted (\\d+),revoked \\2 STOPPED"));
		this.electorate.awaitContenders(0);
	}

	@Test
	@DisplayName("TestLeaderLatch: who leaves is told of the end of its term, if it had one")
	void toldOfTheEndOnlyAfterAGrant() {
		List<Member> members = this.electorate.join(this.electorate.enter(2));
		this.electorate.awaitLeader(members.get(0));
		this.electorate.leave(members.get(1));
		this.electorate.leave(members.get(0));
		this.electorate.world()
			.await("the end is told", () -> members.get(0).events().equals(List.of("granted 1", "revoked 1 STOPPED")));
		assertThat(members.get(1).events()).isEmpty();
	}

	@Test
	@DisplayName("TestLeaderSelector: work that goes on when its leader resigns is asked to end, and it leads again")
	void workIsInterruptedAndItsLeaderQueuesAgain() {
		ElectionOptions impatient = ElectionOptions.DEFAULT.withDrainTimeout(Duration.ofMillis(100));
		Member only = this.electorate.join(this.electorate.enter("a", this.electorate.world().connect(), impatient));
		this.electorate.awaitLeader(only);
		AtomicInteger asked = new AtomicInteger();
		LeaderWork work = only.election().startWork(asked::incrementAndGet).orElseThrow();
		only.election().resign();
		this.electorate.world().await("a second term", () -> only.term() == 2 && asked.get() > 0);
		assertThat(work.leadership().isValid()).isFalse();
		work.close();
		assertThat(asked).hasValue(1);
	}

	@Test
	@DisplayName("LeaderInitiatorFactoryBeanTests: a listener that throws costs nobody the term, and is logged")
	void aListenerThatThrows() {
		try (CapturedLog log = CapturedLog.of("io.zkhelper.session.Mailbox", Level.WARN)) {
			List<Member> members = this.electorate.enter(2);
			members.get(0).election().addListener(new Broken());
			List<String> others = members.get(0).listen();
			this.electorate.join(members);
			this.electorate.awaitLeader(members.get(0));
			this.electorate.world().await("it is logged", () -> log.messages(Level.WARN).size() == 1);
			assertThat(members.get(0).term()).isEqualTo(1);
			this.electorate.leave(members.get(0));
			this.electorate.awaitLeader(members.get(1));
			this.electorate.world().await("it is logged again", () -> log.messages(Level.WARN).size() == 2);
			this.electorate.world()
				.await("others are told", () -> others.equals(List.of("granted 1", "revoked 1 STOPPED")));
		}
	}

	@Test
	@DisplayName("TestLeaderLatch: names that can't be are refused at once")
	void names() {
		ZkClient client = this.electorate.world().connect();
		Stream.of("", " ", "a".repeat(201))
			.forEach((name) -> assertThatIllegalArgumentException()
				.isThrownBy(() -> LeaderElection.builder(client, name)));
	}

	/**
	 * Resigns in its first term and stops in its second one.
	 */
	private static final class TwoTerms implements LeadershipListener {

		private final LeaderElection election;

		private boolean hasLed;

		TwoTerms(LeaderElection election) {
			this.election = election;
		}

		@Override
		public void onGranted(Leadership leadership) {
			if (this.hasLed) {
				this.election.stop();
			}
			else {
				this.hasLed = true;
				this.election.resign();
			}
		}

	}

	/**
	 * Throws whatever it is told.
	 */
	private static final class Broken implements LeadershipListener {

		@Override
		public void onGranted(Leadership leadership) {
			throw new IllegalStateException("granted");
		}

		@Override
		public void onRevoked(Leadership leadership, LossReason reason) {
			throw new IllegalStateException("revoked");
		}

	}

}
