package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.HandleListener;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.Znodes;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same seed gives the same run, faults and all.
 */
class ReplayTests {

	@Test
	void aSeedReplays() {
		List<String> first = run(7);
		assertThat(first).hasSizeGreaterThan(500).anyMatch((line) -> line.contains("disconnected"));
		assertThat(run(7)).isEqualTo(first);
	}

	@Test
	void anotherSeedGivesAnotherRun() {
		assertThat(run(7)).isNotEqualTo(run(8));
	}

	private static List<String> run(long seed) {
		VirtualTime time = new VirtualTime(seed, Duration.ofMillis(1));
		InMemoryZooKeeper server = InMemoryZooKeeper.builder(time.newLoop("server"))
			.latency(Duration.ZERO, Duration.ofMillis(20))
			.seed(seed)
			.start();
		List<String> log = new ArrayList<>();
		Random random = new Random(seed);
		for (int i = 0; i < 3; i++) {
			new Client(time, server, log, random).start();
		}
		time.runFor(Duration.ofMinutes(5));
		log.add(server.dump());
		return log;
	}

	/**
	 * Makes nodes, lists them, and has trouble with the network.
	 */
	private record Client(VirtualTime time, InMemoryZooKeeper server, List<String> log,
			Random random) implements HandleListener {

		void start() {
			VirtualLoop loop = this.time.newLoop("client");
			step(this.server.open(ZkClientOptions.of("simulated"), this, loop), loop);
		}

		private void step(Znodes znodes, VirtualLoop loop) {
			znodes.create(new Change.Create("/n-", new byte[0], NodeKind.EPHEMERAL_SEQUENTIAL), this::log);
			znodes.watchChildren("/", () -> log("fired"), this::log);
			makeTrouble(this.server.link(loop));
			loop.schedule(Duration.ofMillis(this.random.nextInt(3000)), () -> step(znodes, loop));
		}

		private void makeTrouble(ClientLink link) {
			switch (this.random.nextInt(12)) {
				case 0 -> link.disconnect();
				case 1 -> link.silence();
				case 2 -> link.failNext(RequestKind.CREATE, Loss.LOST_ANSWER);
				case 3 -> this.server.expireSessions();
				default -> link.restore();
			}
		}

		private void log(Answer<?> answer) {
			log(answer.isOk() ? answer.value().toString().replaceAll("\\[B@\\w+", "") : answer.why().toString());
		}

		private void log(String event) {
			this.log.add(this.time.now() + " " + event);
		}

		@Override
		public void onConnected(long sessionId, Duration timeout) {
			log("connected");
		}

		@Override
		public void onDisconnected() {
			log("disconnected");
		}

		@Override
		public void onExpired() {
			log("expired");
		}

		@Override
		public void onAuthFailed() {
			log("auth failed");
		}

	}

}
