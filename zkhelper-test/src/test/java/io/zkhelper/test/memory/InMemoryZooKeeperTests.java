package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.HandleListener;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.session.Znodes;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryZooKeeperTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(12);

	private static final Duration A_WHILE = Duration.ofMillis(10);

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper server = new InMemoryZooKeeper(this.time.newLoop("server"));

	private final VirtualLoop loop = this.time.newLoop("client");

	private final ClientLink link = this.server.link(this.loop);

	private final List<String> events = new ArrayList<>();

	private final Znodes znodes = this.server.open(ZkClientOptions.of("any").withSessionTimeout(TIMEOUT),
			new Events(this.events), this.loop);

	@BeforeEach
	void connect() {
		this.time.runFor(A_WHILE);
		assertThat(this.events).containsExactly("connected PT12S");
		this.events.clear();
	}

	@Test
	void anIdleSessionIsKept() {
		create("/e", NodeKind.EPHEMERAL);
		this.time.runFor(Duration.ofHours(1));
		assertThat(this.server.children("/")).contains("e");
		assertThat(this.events).isEmpty();
	}

	@Test
	void aCutIsNoticedAtOnceAndHeals() {
		create("/e", NodeKind.EPHEMERAL);
		this.link.cut();
		this.time.runFor(A_WHILE);
		assertThat(this.events).containsExactly("disconnected");
		this.link.restore();
		this.time.runFor(Duration.ofSeconds(3));
		assertThat(this.events).containsExactly("disconnected", "connected PT12S");
		assertThat(this.server.children("/")).contains("e");
	}

	@Test
	void aSilenceIsNoticedAfterTwoThirdsOfTheTimeout() {
		this.link.silence();
		this.time.runFor(Duration.ofSeconds(7));
		assertThat(this.events).isEmpty();
		this.time.runFor(Duration.ofSeconds(2));
		assertThat(this.events).containsExactly("disconnected");
	}

	@Test
	void aSilentSessionExpiresOnTheServerAtTheEndOfATick() {
		create("/e", NodeKind.EPHEMERAL);
		this.link.silence();
		this.time.runFor(TIMEOUT);
		assertThat(this.server.children("/")).contains("e");
		this.time.runFor(Duration.ofSeconds(2));
		assertThat(this.server.children("/")).doesNotContain("e");
		assertThat(this.server.sessions()).isZero();
	}

	@Test
	void aClientGivesItsSessionUpAfterFourThirdsOfTheTimeout() {
		this.link.silence();
		this.time.runFor(Duration.ofMillis(15_900));
		assertThat(this.events).doesNotContain("expired");
		this.time.runFor(Duration.ofMillis(200));
		assertThat(this.events).contains("expired");
		assertThat(ask(this::readRoot).failedWith(ZnodeError.SESSION_EXPIRED)).isTrue();
	}

	@Test
	void whatIsSentInAShortSilenceArrivesAfterwards() {
		this.link.silenceToServer();
		List<Answer<NodeData>> answers = send((answer) -> this.znodes.create(creating("/a"), answer));
		this.time.runFor(Duration.ofSeconds(2));
		assertThat(answers).isEmpty();
		this.link.restore();
		this.time.runFor(A_WHILE);
		assertThat(answers).singleElement().matches(Answer::isOk);
		assertThat(this.events).isEmpty();
	}

	@Test
	void theServerObeysAClientThatHearsNothing() {
		this.link.silenceToClient();
		List<Answer<NodeData>> answers = send((answer) -> this.znodes.create(creating("/a"), answer));
		this.time.runFor(Duration.ofSeconds(2));
		assertThat(answers).isEmpty();
		assertThat(this.server.children("/")).contains("a");
	}

	@Test
	void aLostRequestIsNotApplied() {
		this.link.failNext(RequestKind.CREATE, Loss.LOST_REQUEST);
		assertThat(create("/a", NodeKind.PERSISTENT).failedWith(ZnodeError.CONNECTION_LOSS)).isTrue();
		this.time.runFor(Duration.ofSeconds(3));
		assertThat(this.server.children("/")).doesNotContain("a");
		assertThat(this.events).containsExactly("disconnected", "connected PT12S");
		assertThat(create("/a", NodeKind.PERSISTENT).isOk()).isTrue();
	}

	@Test
	void aRequestWhoseAnswerIsLostIsApplied() {
		this.link.failNext(RequestKind.CREATE, Loss.LOST_ANSWER);
		assertThat(create("/a", NodeKind.PERSISTENT).failedWith(ZnodeError.CONNECTION_LOSS)).isTrue();
		assertThat(this.server.children("/")).contains("a");
	}

	@Test
	void onlyTheNamedKindOfRequestFails() {
		this.link.failNext(RequestKind.MULTI, Loss.LOST_REQUEST);
		assertThat(create("/a", NodeKind.PERSISTENT).isOk()).isTrue();
		List<Answer<List<NodeStat>>> answers = send((answer) -> this.znodes.multi(List.of(creating("/b")), answer));
		this.time.runFor(A_WHILE);
		assertThat(answers).singleElement().matches((answer) -> answer.failedWith(ZnodeError.CONNECTION_LOSS));
	}

	@Test
	void aFrozenClientLosesItsSessionAndLearnsOfIt() {
		create("/e", NodeKind.EPHEMERAL);
		this.loop.pause();
		this.time.runFor(Duration.ofSeconds(20));
		assertThat(this.server.children("/")).doesNotContain("e");
		this.loop.resume();
		this.time.runFor(Duration.ofSeconds(5));
		assertThat(this.events).contains("expired");
	}

	@Test
	void sessionsOutliveTheServerWithTheirFullTimeout() {
		create("/e", NodeKind.EPHEMERAL);
		this.server.stop();
		this.time.runFor(Duration.ofSeconds(15));
		this.server.start();
		this.time.runFor(Duration.ofSeconds(5));
		assertThat(this.server.children("/")).contains("e");
	}

	@Test
	void transactionsOfALaterEpochAreLater() {
		long before = create("/a", NodeKind.PERSISTENT).value().stat().czxid();
		this.server.stop();
		this.server.start();
		this.time.runFor(Duration.ofSeconds(3));
		long after = create("/b", NodeKind.PERSISTENT).value().stat().czxid();
		assertThat(after >> 32).isEqualTo((before >> 32) + 1);
	}

	@Test
	void theTimeoutIsGrantedAnewAtEachReconnect() {
		this.server.setSessionTimeouts(Duration.ofSeconds(4), Duration.ofSeconds(6));
		this.link.disconnect();
		this.time.runFor(Duration.ofSeconds(3));
		assertThat(this.events).containsExactly("disconnected", "connected PT6S");
	}

	@Test
	void containersGoSomeTimeAfterTheirLastChild() {
		create("/c", NodeKind.CONTAINER);
		this.time.runFor(Duration.ofMinutes(2));
		assertThat(this.server.children("/")).contains("c");
		create("/c/x", NodeKind.PERSISTENT);
		this.znodes.delete("/c/x", Change.ANY_VERSION, (answer) -> {
		});
		this.time.runFor(Duration.ofMinutes(2));
		assertThat(this.server.children("/")).doesNotContain("c");
	}

	@Test
	void theSequenceSticksAtItsMaximum() {
		create("/q", NodeKind.PERSISTENT);
		this.server.setNextSequence("/q", Integer.MAX_VALUE);
		assertThat(create("/q/a-", NodeKind.EPHEMERAL_SEQUENTIAL).value().path()).isEqualTo("/q/a-2147483647");
		assertThat(create("/q/b-", NodeKind.EPHEMERAL_SEQUENTIAL).value().path()).isEqualTo("/q/b-2147483647");
		assertThat(create("/q/b-", NodeKind.EPHEMERAL_SEQUENTIAL).failedWith(ZnodeError.NODE_EXISTS)).isTrue();
		this.server.setNextSequence("/q", Integer.MIN_VALUE);
		assertThat(create("/q/c-", NodeKind.EPHEMERAL_SEQUENTIAL).value().path()).isEqualTo("/q/c--2147483648");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.setNextSequence("/x", 0));
	}

	@Test
	void deniedPermissionsAreDenied() {
		this.server.deny("/", Perms.CREATE);
		assertThat(create("/a", NodeKind.PERSISTENT).failedWith(ZnodeError.NO_AUTH)).isTrue();
		this.server.allow("/");
		assertThat(create("/a", NodeKind.PERSISTENT).isOk()).isTrue();
	}

	@Test
	void expiresTheOwnerOfANode() {
		create("/e", NodeKind.EPHEMERAL);
		this.server.expireOwnerOf("/e");
		assertThat(this.server.children("/")).doesNotContain("e");
		this.time.runFor(Duration.ofSeconds(3));
		assertThat(this.events).containsExactly("disconnected", "expired");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.expireOwnerOf("/x"));
	}

	@Test
	void countsAndDumps() {
		create("/a", NodeKind.PERSISTENT);
		this.znodes.watch("/a", (event) -> this.events.add("fired"), (answer) -> {
		});
		this.time.runFor(A_WHILE);
		assertThat(this.server.watches()).isEqualTo(1);
		assertThat(this.server.requests()).isEqualTo(2);
		assertThat(this.server.dump()).contains("/a version=0 bytes=1 sequence=0");
	}

	private Answer<NodeData> create(String path, NodeKind kind) {
		return ask((answer) -> this.znodes.create(new Change.Create(path, new byte[1], kind), answer));
	}

	private void readRoot(Consumer<Answer<NodeData>> answer) {
		this.znodes.read("/", answer);
	}

	private static Change.Create creating(String path) {
		return new Change.Create(path, new byte[1], NodeKind.PERSISTENT);
	}

	private <T> Answer<T> ask(Consumer<Consumer<Answer<T>>> request) {
		List<Answer<T>> answers = send(request);
		this.time.runFor(A_WHILE);
		assertThat(answers).hasSize(1);
		return answers.get(0);
	}

	private static <T> List<Answer<T>> send(Consumer<Consumer<Answer<T>>> request) {
		List<Answer<T>> answers = new ArrayList<>();
		request.accept(answers::add);
		return answers;
	}

	/**
	 * What the handle tells of itself.
	 */
	private record Events(List<String> events) implements HandleListener {

		@Override
		public void onConnected(long sessionId, Duration timeout) {
			this.events.add("connected " + timeout);
		}

		@Override
		public void onDisconnected() {
			this.events.add("disconnected");
		}

		@Override
		public void onExpired() {
			this.events.add("expired");
		}

		@Override
		public void onAuthFailed() {
			this.events.add("auth failed");
		}

	}

}
