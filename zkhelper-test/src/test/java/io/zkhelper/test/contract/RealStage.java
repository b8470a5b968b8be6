package io.zkhelper.test.contract;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.Ensemble;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The real server, through ZooKeeper's own client.
 */
class RealStage implements Stage {

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.builder().tickTime(Duration.ofMillis(500)).start();

	@Override
	public Ensemble ensemble() {
		return Ensemble.zooKeeper();
	}

	@Override
	public ZkClientOptions options() {
		return ZkClientOptions.of(this.server.connectString()).withSessionTimeout(Duration.ofSeconds(20));
	}

	@Override
	public EventLoop newLoop(String name) {
		return EventLoop.onDaemonThread(name);
	}

	@Override
	public boolean holdsWithin(Duration atMost, BooleanSupplier condition) {
		return inRealTime(atMost, condition);
	}

	static boolean inRealTime(Duration atMost, BooleanSupplier condition) {
		try {
			Awaitility.await()
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofNanos(200_000))
				.pollInSameThread()
				.atMost(atMost.plusMillis(1))
				.until(condition::getAsBoolean);
			return true;
		}
		catch (ConditionTimeoutException ex) {
			return false;
		}
	}

	@Override
	public void dropConnections() {
		this.server.dropConnections();
	}

	@Override
	public void expireOwnerOf(String path) {
		this.server.expireOwnerOf(path);
	}

	@Override
	public void stopServer() {
		this.server.stop();
	}

	@Override
	public void startServer() {
		if (!this.server.isRunning()) {
			this.server.restart();
		}
	}

	@Override
	public void close() {
		this.server.close();
	}

}
