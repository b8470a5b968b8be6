package io.zkhelper.test.election;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.ElectionEndedException;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionTrouble;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Participants of one election, each a process of its own, on any servers.
 */
abstract class FaceContract {

	static final String BASE = "/zkhelper/elections/reports";

	static final String CANDIDATES = BASE + "/candidates";

	// So long that nobody loses anything because the machine is busy
	private static final Duration CALM = Duration.ofSeconds(10);

	private final World world = newWorld();

	abstract World newWorld();

	@AfterEach
	void close() {
		this.world.close();
	}

	final World world() {
		return this.world;
	}

	final Member member(String id) {
		return member(id, ElectionOptions.DEFAULT);
	}

	final Member member(String id, ElectionOptions options) {
		return member(id, options, this.world.connect(calm()));
	}

	final ZkClientOptions calm() {
		return this.world.options().withSessionTimeout(CALM);
	}

	/**
	 * A participant whose session ends soon when it is cut off.
	 */
	final Member hastyMember(String id) {
		return member(id, ElectionOptions.DEFAULT, this.world.connect());
	}

	final Member member(String id, ElectionOptions options, ZkClient client) {
		Participant participant = new Participant(id, "host", 1, "", Map.of(), Instant.EPOCH);
		return new Member(client,
				LeaderElection.builder(client, "reports").participant(participant).options(options).build());
	}

	final Member leader(String id) {
		return leader(member(id));
	}

	final Member leader(Member member) {
		member.election().start();
		this.world.await(member.id() + " leads", member::leads);
		return member;
	}

	final Member follower(String id) {
		return follower(member(id));
	}

	final Member follower(Member member) {
		int before = contenders();
		member.election().start();
		awaitContenders(before + 1);
		return member;
	}

	final int contenders() {
		return this.world.children(CANDIDATES).size();
	}

	final void awaitContenders(int expected) {
		this.world.await(expected + " contenders", () -> contenders() == expected);
	}

	/**
	 * The node of the only participant.
	 */
	final String onlyCandidate() {
		List<String> names = this.world.children(CANDIDATES);
		assertThat(names).hasSize(1);
		return CANDIDATES + "/" + names.get(0);
	}

	final <T> T get(String what, CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		this.world.await(what, future::isDone);
		return future.join();
	}

	final void awaitEnd(CompletionStage<?> stage, ElectionTrouble trouble) {
		CompletableFuture<?> future = stage.toCompletableFuture();
		this.world.await("the end by " + trouble, future::isDone);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(future::join)
			.havingCause()
			.isInstanceOfSatisfying(ElectionEndedException.class,
					(ended) -> assertThat(ended.trouble()).isEqualTo(trouble));
	}

}
