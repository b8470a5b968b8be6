package io.zkhelper.test.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.Guard;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How fenced transactions end.
 */
class CommitTests {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper server = InMemoryZooKeeper.builder(this.time.newLoop("server"))
		.tickTime(TIMING.tickTime())
		.latency(Duration.ofMillis(1), Duration.ofMillis(2))
		.reconnectDelay(Duration.ofMillis(100), Duration.ofMillis(200))
		.start();

	private final VirtualLoop loop = this.time.newLoop("client");

	private final ZkClient client = connect(this.loop);

	private final LeaderElection election = LeaderElection.builder(this.client, "reports").build();

	private ZkClient connect(VirtualLoop on) {
		ZkClientOptions options = ZkClientOptions.of("simulated/apps").withTiming(TIMING);
		return ZkClient.connect(options.withListenerExecutor(this.time.newLoop("listeners")), this.server, on);
	}

	@BeforeEach
	void lead() {
		this.election.start();
		assertThat(this.time.runUntil(this.election::isLeader, Duration.ofSeconds(10))).isTrue();
	}

	@Test
	void theLeaderCommitsBelowTheChrootOfTheConnectString() {
		CommitResult result = commit(create("/totals", "1"), set("/totals", "2", 0), Op.check("/totals", 1));
		assertThat(result).isEqualTo(new CommitResult.Committed());
		assertThat(result.isCommitted()).isTrue();
		assertThat(this.server.children("/apps")).contains("totals");
		assertThat(commit(Op.delete("/totals", 1)).isCommitted()).isTrue();
		assertThat(this.server.children("/apps")).doesNotContain("totals");
	}

	@Test
	void aTermThatIsOverCommitsNothing() {
		Guard guard = guard();
		this.election.stop();
		this.time.runFor(Duration.ofSeconds(1));
		long before = this.server.requests();
		assertThat(commit(guard, create("/late", ""))).isEqualTo(new CommitResult.Fenced());
		assertThat(this.server.requests()).as("refused without asking").isEqualTo(before);
	}

	@Test
	void aLeaderWhoseNodeAnOperatorHasDeletedCommitsNothingEvenBeforeItKnows() {
		Guard guard = guard();
		String path = "/zkhelper/elections/reports/candidates";
		ZkClient operator = connect(this.time.newLoop("operator"));
		this.time.runUntil(() -> operator.state() == SessionState.CONNECTED, Duration.ofSeconds(5));
		Guard always = new Guard(operator, "/apps", () -> true);
		this.server.children("/apps" + path)
			.forEach((name) -> operator.commit(always, List.of(Op.delete(path + "/" + name, -1))));
		assertThat(this.time.runUntil(() -> this.server.children("/apps" + path).isEmpty(), Duration.ofSeconds(1)))
			.isTrue();
		assertThat(this.election.isLeader()).as("not known yet").isTrue();
		assertThat(commit(guard, create("/late", ""))).isEqualTo(new CommitResult.Fenced());
		assertThat(this.server.children("/apps")).doesNotContain("late");
	}

	@Test
	void aSessionThatHasExpiredCommitsNothingEvenBeforeItKnows() {
		Guard guard = guard();
		this.server.expireSessions();
		assertThat(this.election.isLeader()).as("by its lease").isTrue();
		assertThat(commit(guard, create("/late", "")).isCommitted()).isFalse();
		assertThat(this.server.children("/apps")).doesNotContain("late");
	}

	@Test
	void aLeaderWhoseLeaseHasLapsedCommitsNothing() {
		Guard guard = guard();
		this.loop.pause();
		this.time.runFor(Duration.ofSeconds(1));
		this.loop.resume();
		assertThat(commit(guard, create("/late", ""))).isEqualTo(new CommitResult.Fenced());
	}

	@Test
	void aChangeThatIsRefusedUndoesAllAndIsNamed() {
		commit(create("/totals", "1"));
		assertThat(commit(create("/other", ""), set("/totals", "2", 7)))
			.isEqualTo(refused(ZnodeError.BAD_VERSION, "/apps/totals"));
		assertThat(commit(create("/totals", ""))).isEqualTo(refused(ZnodeError.NODE_EXISTS, "/apps/totals"));
		assertThat(commit(Op.delete("/none", -1))).isEqualTo(refused(ZnodeError.NO_NODE, "/apps/none"));
		assertThat(this.server.children("/apps")).doesNotContain("other");
	}

	@ParameterizedTest
	@EnumSource
	void aLostAnswerIsAnUnknownOutcome(Loss loss) {
		this.server.link(this.loop).failNext(RequestKind.MULTI, loss);
		CommitResult result = commit(create("/totals", ""));
		assertThat(result).isInstanceOf(CommitResult.Unknown.class);
		assertThat(result.isCommitted()).isFalse();
		assertThat(this.server.children("/apps").contains("totals")).isEqualTo(loss == Loss.LOST_ANSWER);
	}

	@Test
	void aCommitWithoutAConnectionIsRefusedAtOnce() {
		this.server.link(this.loop).cut();
		this.time.runFor(Duration.ofMillis(10));
		assertThat(this.election.isLeader()).as("by its lease").isTrue();
		assertThat(commit(create("/totals", ""))).isInstanceOfSatisfying(CommitResult.Refused.class,
				(refused) -> assertThat(refused.refusal().error()).isEqualTo(ZnodeError.CONNECTION_LOSS));
	}

	@Test
	void aCommitAfterTheCloseIsAnswered() {
		Guard guard = guard();
		this.client.closeAsync();
		this.time.runFor(Duration.ofSeconds(1));
		assertThat(commit(guard, create("/late", ""))).isEqualTo(new CommitResult.Fenced());
	}

	@Test
	void theGuardOfAnotherClientIsAMistake() {
		Guard guard = guard();
		ZkClient other = connect(this.time.newLoop("other"));
		assertThatIllegalArgumentException().isThrownBy(() -> other.commit(guard, List.of()))
			.withMessageContaining("another client");
	}

	@Test
	void whatNoServerTakesIsAMistake() {
		Guard guard = guard();
		Op mortal = Op.create("/x", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT_WITH_TTL, 1000);
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.commit(guard, List.of(mortal)))
			.withMessageContaining("time to live");
		Op large = create("/x", "x".repeat(1_000_001));
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.commit(guard, List.of(large)))
			.withMessageContaining("must not be over 1000000 bytes");
		Op lost = create("x", "");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.commit(guard, List.of(lost)))
			.withMessageContaining("path of a change");
	}

	@Test
	void aGuardOfSeveralHoldsIsRefusedWhenAnyOfThemIsOver() {
		Guard own = new Guard(this.client, "/apps/second", () -> true);
		Guard both = Guard.ofAll(List.of(guard(), own));
		assertThat(commit(create("/second", "")).isCommitted()).isTrue();
		assertThat(commit(both, create("/one", "")).isCommitted()).isTrue();
		assertThat(commit(Op.delete("/second", -1)).isCommitted()).isTrue();
		assertThat(commit(both, create("/two", ""))).isEqualTo(new CommitResult.Fenced());
		assertThat(commit(create("/second", "")).isCommitted()).isTrue();
		this.election.stop();
		this.time.runFor(Duration.ofSeconds(1));
		assertThat(commit(both, create("/three", ""))).isEqualTo(new CommitResult.Fenced());
	}

	@Test
	void aGuardOfSeveralHoldsIsOfOneClient() {
		Guard other = new Guard(connect(this.time.newLoop("other")), "/apps", () -> true);
		assertThatIllegalArgumentException().isThrownBy(() -> Guard.ofAll(List.of(guard(), other)))
			.withMessageContaining("of one client");
		assertThatIllegalArgumentException().isThrownBy(() -> Guard.ofAll(List.of()));
	}

	private CommitResult commit(Op... changes) {
		return commit(guard(), changes);
	}

	private CommitResult commit(Guard guard, Op... changes) {
		CompletionStage<CommitResult> stage = this.client.commit(guard, List.of(changes));
		CompletableFuture<CommitResult> result = stage.toCompletableFuture();
		assertThat(this.time.runUntil(result::isDone, Duration.ofSeconds(10))).as("an answer").isTrue();
		return result.join();
	}

	private Guard guard() {
		return this.election.leadership().map(Leadership::guard).orElseThrow();
	}

	private static CommitResult refused(ZnodeError error, String path) {
		return new CommitResult.Refused(new Refusal(error, path));
	}

	private static Op create(String path, String data) {
		return Op.create(path, data.getBytes(StandardCharsets.UTF_8), Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
	}

	private static Op set(String path, String data, int version) {
		return Op.setData(path, data.getBytes(StandardCharsets.UTF_8), version);
	}

}
