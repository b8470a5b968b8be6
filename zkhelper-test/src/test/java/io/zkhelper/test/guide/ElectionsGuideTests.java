package io.zkhelper.test.guide;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LeaderTask;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.Participant;
import io.zkhelper.election.TaskResult;
import io.zkhelper.election.TaskRun;
import io.zkhelper.election.Term;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * The examples of {@code docs/elections.md}, which are copies of what is here.
 */
class ElectionsGuideTests {

	private static EmbeddedZooKeeper server;

	private static ZkClient client;

	private final List<String> reports = new CopyOnWriteArrayList<>();

	private final List<FencingToken> imports = new CopyOnWriteArrayList<>();

	@BeforeAll
	static void connect() throws InterruptedException {
		server = EmbeddedZooKeeper.start();
		client = ZkClient.connect(ZkClientOptions.of(server.connectString()));
		assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
	}

	@AfterAll
	static void close() throws IOException {
		client.close();
		server.close();
	}

	private void report(String what) {
		this.reports.add(what);
	}

	private void importNextFile(FencingToken token) {
		if (!this.imports.contains(token)) {
			this.imports.add(token);
		}
	}

	private void handleRequests(Leadership leadership) {
		report("led term " + leadership.term());
	}

	@Test
	void whoRunsLearnsTheFirstOutcome() throws InterruptedException {
		LeaderElection election = LeaderElection.builder(client, "reports").build();
		election.start();
		Optional<Participant> first = election.awaitLeader(Duration.ofSeconds(30));
		if (election.isLeader()) {
			report("I lead");
		}
		else {
			report(first.map(Participant::id).orElse("nobody") + " leads");
		}
		assertThat(this.reports).containsExactly("I lead");
		election.close();
	}

	@Test
	void aTaskRunsWhileItsParticipantLeads() {
		LeaderElection election = LeaderElection.builder(client, "imports").build();
		LeaderTask task = (leadership) -> {
			while (!Thread.currentThread().isInterrupted()) {
				importNextFile(leadership.token());
			}
			return TaskResult.REJOIN;
		};
		TaskRun run = election.run(task);
		await().until(() -> !this.imports.isEmpty());
		run.close();
		assertThat(run.isRunning()).isFalse();
		election.close();
	}

	@Test
	void aCampaignIsForOneTerm() throws Exception {
		LeaderElection election = LeaderElection.builder(client, "requests").build();
		CompletableFuture<Leadership> campaign = election.campaign().toCompletableFuture();
		Leadership leadership = campaign.get();
		leadership.proclaim("http://10.0.0.7:8080");
		handleRequests(leadership);
		election.resign();
		await().until(() -> election.view().state() == ElectionState.IDLE);
		assertThat(this.reports).containsExactly("led term 1");
		election.close();
	}

	@Test
	void observersSeeWhatTheLeaderProclaims() throws Exception {
		LeaderElection election = LeaderElection.builder(client, "addresses").build();
		Cancellable observation = election.observe((view) -> report(view.current()
			.map((term) -> term.leader().id() + " says " + term.value().orElse("nothing"))
			.orElse("nobody leads")));
		await().until(() -> this.reports.equals(List.of("nobody leads")));
		election.campaign().toCompletableFuture().get().proclaim("http://10.0.0.7:8080");
		await().until(() -> this.reports.stream().anyMatch((report) -> report.endsWith("says http://10.0.0.7:8080")));
		CompletionStage<Optional<Term>> latest = election.latestTerm();
		assertThat(latest.toCompletableFuture().get().flatMap(Term::value)).contains("http://10.0.0.7:8080");
		observation.cancel();
		election.close();
	}

	@Test
	void aRestartCostsNoPlace() {
		LeaderElection other = LeaderElection.builder(client, "restarts").build();
		LeaderElection first = passOn(other);
		await().until(() -> !this.reports.isEmpty());
		LeaderElection next = goOn(this.reports.remove(0));
		await().until(next::isLeader);
		assertThat(first.isLeader()).isFalse();
		assertThat(other.isLeader()).isFalse();
		other.close();
	}

	private LeaderElection passOn(LeaderElection other) {
		ZkClient client = ZkClient.connect(ZkClientOptions.of(server.connectString()));
		LeaderElection election = LeaderElection.builder(client, "restarts").build();
		election.start();
		await().until(election::isLeader);
		other.start();
		Optional<SessionTicket> ticket = client.detach().toCompletableFuture().join();
		ticket.ifPresent((left) -> keep(left.secret()));
		return election;
	}

	private LeaderElection goOn(String secret) {
		ZkClientOptions options = ZkClientOptions.of(server.connectString());
		SessionTicket ticket = SessionTicket.parse(secret);
		ZkClient client = ZkClient.connect(options.withTicket(ticket));
		LeaderElection election = LeaderElection.builder(client, "restarts").build();
		election.start();
		return election;
	}

	private void keep(String secret) {
		report(secret);
	}

	@Test
	void whatFailsFastEndsForGood() {
		ElectionOptions options = ElectionOptions.DEFAULT.withFailFast(true);
		LeaderElection election = LeaderElection.builder(client, "failing").options(options).build();
		election.start();
		await().until(election::isLeader);
		String candidates = "/zkhelper/elections/failing/candidates";
		client.nodes().delete(candidates + "/" + server.children(candidates).iterator().next(), -1);
		await().until(() -> election.view().state() == ElectionState.IDLE);
		assertThatIllegalStateException().isThrownBy(election::start).withMessageContaining("has failed");
		election.close();
	}

	@Test
	void theGuideSaysWhatIsHere() throws IOException {
		assertThat(Guide.examplesNotIn(getClass(), "elections.md")).isEmpty();
	}

}
