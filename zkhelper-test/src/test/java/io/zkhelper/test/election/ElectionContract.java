package io.zkhelper.test.election;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Safety;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.election.PastTerm;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.ValidTerms;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an election does, on any servers.
 */
abstract class ElectionContract {

	private static final String BASE = "/zkhelper/elections/reports";

	private final World world = world();

	private final List<Member> members = new ArrayList<>();

	abstract World world();

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	void oneLeadsAndEverybodyKnows() {
		joinInOrder("a", "b", "c");
		assertThat(leaders()).containsExactly("a");
		this.world.await("everybody sees the participants in order", () -> this.members.stream()
			.allMatch((member) -> member.ids().equals(List.of("a", "b", "c")) && member.sees("a")));
		assertThat(member("b").election().view().term()).isEqualTo(1);
		assertThat(member("c").election().view().state()).isEqualTo(ElectionState.FOLLOWING);
	}

	@Test
	@DisplayName("TD-12 resigning goes to the end of the queue")
	void resigning() {
		joinInOrder("a", "b");
		FencingToken first = member("a").leadership().token();
		member("a").election().resign();
		awaitLeader("b");
		assertThat(member("b").leadership().token().isNewerThan(first)).isTrue();
		assertThat(member("b").leadership().term()).isEqualTo(2);
		member("b").election().resign();
		awaitLeader("a");
	}

	@Test
	void whoIsAloneIsGrantedAgain() {
		joinInOrder("a");
		Leadership first = member("a").leadership();
		member("a").election().resign();
		this.world.await("a second term", () -> member("a").term() == 2);
		assertThat(first.isValid()).isFalse();
	}

	@Test
	void pausingLeavesTheQueueAndResumingReturns() {
		joinInOrder("a", "b");
		member("a").election().pause();
		awaitLeader("b");
		assertThat(member("a").election().view().state()).isEqualTo(ElectionState.PAUSED);
		member("a").election().resume();
		this.world.await("a is back", () -> member("b").ids().equals(List.of("b", "a")));
	}

	@Test
	@DisplayName("TR-01 a crashed leader is succeeded, and remembered by its successor")
	void crash() {
		joinInOrder("a", "b");
		Leadership lost = member("a").leadership();
		this.world.cut(member("a").client());
		this.world.expireOwnerOf(candidate(0));
		this.world.await("b leads", () -> neverBoth() && member("b").leads());
		assertThat(lost.isValid()).isFalse();
		this.world.await("history", () -> !member("b").election().view().history().isEmpty());
		PastTerm past = member("b").election().view().history().get(0);
		assertThat(past.number()).isEqualTo(1);
		assertThat(past.leader().id()).isEqualTo("a");
		assertThat(past.reason()).isEqualTo(LossReason.VANISHED);
	}

	@Test
	@DisplayName("TR-02 a leader that is cut off stops before another one leads")
	void cutOff() {
		joinInOrder("a", "b");
		this.world.cut(member("a").client());
		this.world.await("b leads", () -> neverBoth() && member("b").leads());
		assertThat(member("a").events()).containsExactly("granted 1", "revoked 1 LEASE_LAPSED");
		this.world.heal(member("a").client());
		this.world.await("a follows", () -> neverBoth() && member("b").ids().equals(List.of("b", "a")));
		this.world.await("a sees it", () -> member("a").sees("b"));
	}

	@Test
	@DisplayName("TR-14 a leader whose node somebody deletes loses, and rejoins")
	void nodeOfTheLeaderDeleted() {
		joinInOrder("a", "b");
		this.world.delete(candidate(0));
		this.world.await("b leads", () -> neverBoth() && member("b").leads());
		this.world.await("a has rejoined", () -> member("b").ids().equals(List.of("b", "a")));
		assertThat(member("a").events()).containsExactly("granted 1", "revoked 1 NODE_DELETED");
	}

	@Test
	@DisplayName("TR-14 a follower whose node somebody deletes rejoins")
	void nodeOfAFollowerDeleted() {
		joinInOrder("a", "b", "c");
		this.world.delete(candidate(1));
		member("a").election().stop();
		awaitLeader("c");
		member("c").election().stop();
		awaitLeader("b");
	}

	@Test
	void leavingTheMiddleElectsNobody() {
		joinInOrder("a", "b", "c");
		member("b").election().stop();
		this.world.await("b is gone", () -> member("c").ids().equals(List.of("a", "c")));
		this.world.during(Duration.ofMillis(500), "a leads on", () -> leaders().equals(List.of("a")));
		assertThat(member("a").term()).isEqualTo(1);
	}

	@Test
	@DisplayName("TR-12 what is no contender is ignored")
	void strayNodes() {
		this.world.write(BASE + "/candidates/a-x", "stray");
		this.world.write(BASE + "/candidates/lock-abc", "");
		joinInOrder("a", "b");
		member("a").election().stop();
		awaitLeader("b");
	}

	@Test
	void aParticipantThatCannotBeReadStillTakesPart() {
		this.world.write(BASE + "/candidates/_c_foreign-latch-0000000000", "10.0.0.1");
		Member own = join("a");
		this.world.await("the foreign one is first",
				() -> own.ids().equals(List.of("_c_foreign-latch-0000000000", "a")));
		assertThat(own.leads()).isFalse();
		this.world.delete(BASE + "/candidates/_c_foreign-latch-0000000000");
		awaitLeader("a");
	}

	@Test
	void observersSeeWithoutTakingPart() {
		Member observer = join("o", ElectionOptions.DEFAULT.asObserver(true));
		joinInOrder("a");
		this.world.await("the observer sees a", () -> observer.sees("a"));
		assertThat(observer.ids()).containsExactly("a");
		assertThat(observer.election().view().state()).isEqualTo(ElectionState.OBSERVING);
		member("a").election().stop();
		this.world.await("the observer sees nobody", () -> observer.election().leader().isEmpty());
		this.world.during(Duration.ofMillis(300), "nobody leads", () -> leaders().isEmpty());
	}

	@Test
	@DisplayName("TD-04 elections whose names begin alike do not meet")
	void siblings() {
		joinInOrder("a");
		ZkClient client = this.world.connect(this.world.options());
		Member other = new Member(client, LeaderElection.builder(client, "report").build());
		other.election().start();
		this.world.awaitWithin(Duration.ofSeconds(5), "both lead", () -> other.leads() && member("a").leads());
		assertThat(ValidTerms.of(Stream.of(other.election(), member("a").election())))
			.as("else nobody would see that two of one election lead")
			.hasSize(2);
	}

	@Test
	void theServersMayComeLate() {
		this.world.stopServers();
		Member early = join("a");
		this.world.during(Duration.ofMillis(300), "nobody leads", () -> !early.leads());
		assertThat(early.election().view().stale()).isTrue();
		this.world.startServers();
		awaitLeader("a");
	}

	@Test
	void theServersMayBeAwayForLong() {
		joinInOrder("a", "b");
		this.world.stopServers();
		this.world.await("nobody leads", () -> leaders().isEmpty());
		this.world.during(Duration.ofSeconds(4), "nobody leads", () -> leaders().isEmpty());
		this.world.startServers();
		this.world.await("one leads", () -> leaders().size() == 1);
		assertThat(member("a").events().get(1)).isEqualTo("revoked 1 LEASE_LAPSED");
	}

	@Test
	void lateListenersGetTheCurrentState() {
		joinInOrder("a");
		List<String> events = member("a").listen();
		this.world.await("granted", () -> events.equals(List.of("granted 1")));
		member("a").election().stop();
		this.world.await("revoked", () -> events.equals(List.of("granted 1", "revoked 1 STOPPED")));
	}

	@Test
	void standardSafetyTakesOverWithoutWaiting() {
		join("a", ElectionOptions.DEFAULT);
		awaitLeader("a");
		Member second = join("b", ElectionOptions.DEFAULT.withSafety(Safety.STANDARD));
		this.world.await("b queues", () -> second.ids().size() == 2);
		this.world.cut(member("a").client());
		this.world.expireOwnerOf(candidate(0));
		this.world.await("b leads", second::leads);
		assertThat(second.leadership().handOver()).isLessThan(Duration.ofMillis(600));
	}

	private Member join(String id) {
		return join(id, ElectionOptions.DEFAULT);
	}

	private Member join(String id, ElectionOptions options) {
		ZkClient client = this.world.connect(this.world.options());
		Participant participant = new Participant(id, "host", 1, "", Map.of(), Instant.EPOCH);
		Member member = new Member(client,
				LeaderElection.builder(client, "reports").participant(participant).options(options).build());
		this.members.add(member);
		member.election().start();
		return member;
	}

	private void joinInOrder(String... ids) {
		Stream.of(ids).forEach((id) -> {
			int before = contenders();
			join(id);
			this.world.await(id + " is in the queue", () -> contenders() == before + 1);
		});
		awaitLeader(ids[0]);
	}

	private int contenders() {
		return this.world.children(BASE + "/candidates").size();
	}

	private void awaitLeader(String id) {
		this.world.await(id + " leads", () -> member(id).leads() && neverBoth());
	}

	private boolean neverBoth() {
		assertThat(ValidTerms.of(this.members.stream().map(Member::election))).hasSizeLessThan(2);
		return true;
	}

	private List<String> leaders() {
		return this.members.stream().filter(Member::leads).map(Member::id).toList();
	}

	private Member member(String id) {
		return this.members.stream().filter((member) -> member.id().equals(id)).findFirst().orElseThrow();
	}

	private String candidate(int place) {
		List<String> names = this.world.children(BASE + "/candidates")
			.stream()
			.sorted((one, other) -> sequence(one).compareTo(sequence(other)))
			.toList();
		return BASE + "/candidates/" + names.get(place);
	}

	private static String sequence(String name) {
		return name.substring(name.length() - 10);
	}

}
