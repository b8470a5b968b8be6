package io.zkhelper.test.session;

import java.time.Duration;

import io.zkhelper.session.EventLoop;
import io.zkhelper.session.HandleListener;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.Znodes;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that can be reached and go on with no session, as those do that were restored
 * or wiped: ZooKeeper's own client tries for ever then.
 */
class RefusedSessionTests {

	private static final ZkClientOptions OPTIONS = ZkClientOptions.of("simulated")
		.withTiming(new Timing(Duration.ofSeconds(4), Duration.ofMillis(400), Duration.ofMillis(100), 1e-3));

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper server = InMemoryZooKeeper.builder(this.time.newLoop("server"))
		.tickTime(Duration.ofMillis(400))
		.latency(Duration.ofMillis(1), Duration.ofMillis(2))
		.reconnectDelay(Duration.ofMillis(100), Duration.ofMillis(300))
		.start();

	private final VirtualLoop loop = this.time.newLoop("client");

	private final StateLog log = new StateLog();

	private boolean refusing;

	private int opened;

	private final ZkClient client = ZkClient.connect(OPTIONS.withListenerExecutor(this.time.newLoop("listeners")),
			this::open, this.loop);

	RefusedSessionTests() {
		this.client.addListener(this.log);
	}

	private Znodes open(ZkClientOptions options, HandleListener listener, EventLoop on) {
		this.opened++;
		this.refusing = false;
		return this.server.open(options, new Refused(listener), on);
	}

	@Test
	void anotherOneIsOpenedAfterTwoSessionTimeouts() {
		await(SessionState.CONNECTED);
		this.refusing = true;
		this.server.link(this.loop).disconnect();
		await(SessionState.SUSPENDED);
		this.time.runFor(Duration.ofSeconds(7));
		assertThat(this.client.state()).isEqualTo(SessionState.SUSPENDED);
		this.time.runFor(Duration.ofSeconds(2));
		assertThat(this.client.state()).isEqualTo(SessionState.CONNECTED);
		assertThat(this.log.states()).contains(SessionState.EXPIRED);
		assertThat(this.server.sessions()).as("the first one is closed").isOne();
	}

	@Test
	void oneThatGoesOnInTimeIsKept() {
		await(SessionState.CONNECTED);
		for (int i = 0; i < 10; i++) {
			this.server.link(this.loop).disconnect();
			await(SessionState.SUSPENDED);
			await(SessionState.CONNECTED);
			this.time.runFor(Duration.ofSeconds(i));
		}
		assertThat(this.opened).isOne();
	}

	private void await(SessionState state) {
		assertThat(this.time.runUntil(() -> this.client.state() == state, Duration.ofMinutes(1))).as("%s", state)
			.isTrue();
	}

	/**
	 * A handle that keeps to itself what ZooKeeper's own client would not find out.
	 */
	private final class Refused implements HandleListener {

		private final HandleListener listener;

		Refused(HandleListener listener) {
			this.listener = listener;
		}

		@Override
		public void onConnected(long sessionId, Duration timeout) {
			if (!RefusedSessionTests.this.refusing) {
				this.listener.onConnected(sessionId, timeout);
			}
		}

		@Override
		public void onDisconnected() {
			this.listener.onDisconnected();
		}

		@Override
		public void onExpired() {
			if (!RefusedSessionTests.this.refusing) {
				this.listener.onExpired();
			}
		}

		@Override
		public void onAuthFailed() {
			this.listener.onAuthFailed();
		}

	}

}
