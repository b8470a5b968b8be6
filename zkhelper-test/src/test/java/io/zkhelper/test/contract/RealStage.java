package io.zkhelper.test.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.Ensemble;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;

/**
 * The real server, through ZooKeeper's own client.
 */
class RealStage implements Stage {

	// Thousands of answers are waited for, each for less than a millisecond
	private static final long POLL_NANOS = 20_000;

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
		long start = System.nanoTime();
		boolean holds = condition.getAsBoolean();
		while (!holds && System.nanoTime() - start < atMost.toNanos()) {
			LockSupport.parkNanos(POLL_NANOS);
			holds = condition.getAsBoolean();
		}
		return holds;
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
