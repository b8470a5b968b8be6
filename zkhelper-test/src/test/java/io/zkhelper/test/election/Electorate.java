package io.zkhelper.test.election;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The participants of one election in some world, of which at most one leads whenever
 * somebody looks.
 */
final class Electorate implements AutoCloseable {

	private static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	private final World world;

	private final List<Member> members = new ArrayList<>();

	Electorate(World world) {
		this.world = world;
	}

	World world() {
		return this.world;
	}

	/**
	 * Make a participant with a client of its own that has not started.
	 */
	Member enter(String id) {
		return enter(id, this.world.connect(), ElectionOptions.DEFAULT);
	}

	Member enter(String id, ZkClient client, ElectionOptions options) {
		Participant participant = new Participant(id, "host", 1, "", Map.of(), Instant.EPOCH);
		Member member = new Member(client,
				LeaderElection.builder(client, "reports").participant(participant).options(options).build());
		this.members.add(member);
		return member;
	}

	List<Member> enter(int number) {
		return IntStream.range(0, number).mapToObj((index) -> enter("p" + index)).toList();
	}

	/**
	 * Let a participant join, and wait until it has its place in the queue.
	 */
	Member join(Member member) {
		int before = contenders().size();
		member.election().start();
		awaitContenders(before + 1);
		return member;
	}

	List<Member> join(List<Member> some) {
		some.forEach(this::join);
		return some;
	}

	void awaitLeader(Member member) {
		this.world.await(member.id() + " leads", () -> leaders().contains(member));
	}

	Member awaitAnyLeader() {
		List<Member> seen = new ArrayList<>();
		this.world.await("somebody leads", () -> seen.addAll(leaders()));
		return seen.get(0);
	}

	void awaitNobodyLeads() {
		this.world.await("nobody leads", () -> leaders().isEmpty());
	}

	/**
	 * Let a participant leave, and wait until it has.
	 */
	void leave(Member member) {
		awaitDone(member.id() + " has left", member.election().stop());
	}

	void awaitDone(String what, CompletionStage<?> stage) {
		this.world.await(what, stage.toCompletableFuture()::isDone);
	}

	void awaitContenders(int expected) {
		this.world.await(expected + " contenders", () -> contenders().size() == expected);
	}

	List<String> contenders() {
		return this.world.children(CANDIDATES);
	}

	/**
	 * End the session that owns the node of who came first.
	 */
	void expireFirst() {
		this.world.expireOwnerOf(contenders().stream()
			.min((one, other) -> number(one).compareTo(number(other)))
			.map((name) -> CANDIDATES + "/" + name)
			.orElseThrow());
	}

	private static String number(String name) {
		return name.substring(name.length() - 10);
	}

	List<Member> leaders() {
		List<Member> leaders = new ArrayList<>(this.members.stream().filter(Member::leads).toList());
		// Time goes on between two looks: only who is seen again after the last one led
		// together with it
		leaders.subList(0, Math.max(0, leaders.size() - 1)).removeIf((member) -> !member.leads());
		assertThat(leaders).extracting(Member::id).hasSizeLessThan(2);
		return leaders;
	}

	@Override
	public void close() {
		this.world.close();
	}

}
