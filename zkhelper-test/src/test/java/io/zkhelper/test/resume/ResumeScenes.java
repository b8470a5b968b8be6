package io.zkhelper.test.resume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.world.ValidTerms;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Participants whose sessions are passed on.
 */
abstract class ResumeScenes {

	static final String ELECTION = "/zkhelper/elections/reports";

	static final String CANDIDATES = ELECTION + "/candidates";

	/** The shortest that the servers grant. */
	private static final Duration BRIEF = Duration.ofSeconds(2);

	final World world = world();

	private ZkClientOptions options = this.world.options();

	private final List<Member> members = new ArrayList<>();

	abstract World world();

	/** What the first one's lease demands at least. */
	abstract Duration takeoverDelay();

	@AfterEach
	void close() {
		this.world.close();
	}

	/**
	 * Let sessions end soon, for what waits until one does.
	 */
	final void endSoon() {
		this.options = this.options.withSessionTimeout(BRIEF);
	}

	final ZkClient connect() {
		return this.world.connect(this.options);
	}

	final ZkClient connect(SessionTicket ticket) {
		return this.world.connect(this.options.withTicket(ticket));
	}

	final Member join(String id, String value) {
		int before = this.world.children(CANDIDATES).size();
		Member member = member(connect(), id, value, ElectionOptions.DEFAULT);
		this.world.await(id + " is in the queue", () -> this.world.children(CANDIDATES).size() > before);
		if (before == 0) {
			awaitLeader(member);
		}
		return member;
	}

	final Member resume(SessionTicket ticket, String id, String value) {
		return member(connect(ticket), id, value, ElectionOptions.DEFAULT);
	}

	final Member member(ZkClient client, String id, String value, ElectionOptions options) {
		Member member = Member.of(client, id, value, options);
		this.members.add(member);
		return member;
	}

	final SessionTicket detach(Member member) {
		return detach(member.client()).orElseThrow();
	}

	final Optional<SessionTicket> detach(ZkClient client) {
		return get(client.detach());
	}

	final <T> T get(CompletionStage<T> stage) {
		List<T> results = new ArrayList<>();
		stage.thenAccept(results::add);
		this.world.await("a result", () -> !results.isEmpty());
		return results.get(0);
	}

	final void awaitLeader(Member member) {
		this.world.await(member.election().participant().id() + " leads", () -> neverBoth() && member.leads());
	}

	private boolean neverBoth() {
		assertThat(ValidTerms.of(this.members.stream().map(Member::election))).hasSizeLessThan(2);
		return true;
	}

	final String first(String directory) {
		return this.world.children(directory)
			.stream()
			.min((one, other) -> sequence(one).compareTo(sequence(other)))
			.map((name) -> directory + "/" + name)
			.orElseThrow();
	}

	static String sequence(String name) {
		return name.substring(name.length() - 10);
	}

}
