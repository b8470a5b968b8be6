package io.zkhelper.test.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.zkhelper.session.Ensemble;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.memory.InMemoryZooKeeperBuilder;
import io.zkhelper.test.time.VirtualTime;

/**
 * The simulation, on virtual time with random delays, or on real time; of one server, or
 * of three.
 */
final class SimulatedStage implements Stage {

	private final VirtualTime time = new VirtualTime(System.nanoTime(), Duration.ofMillis(1));

	private final boolean virtual;

	private final EventLoop serverLoop;

	private final InMemoryZooKeeper server;

	private final List<EventLoop> clients = new ArrayList<>();

	private SimulatedStage(boolean virtual, int servers) {
		this.virtual = virtual;
		this.serverLoop = loop("server");
		InMemoryZooKeeperBuilder builder = InMemoryZooKeeper.builder(this.serverLoop)
			.latency(Duration.ZERO, Duration.ofMillis(2))
			.reconnectDelay(Duration.ofMillis(50), Duration.ofMillis(200))
			.serverLatency(Duration.ZERO, Duration.ofMillis(1))
			.diskLatency(Duration.ZERO, Duration.ofMillis(1))
			.seed(System.nanoTime());
		IntStream.range(1, servers).forEach((number) -> builder.addServer(loop("server-" + number)));
		this.server = builder.start();
	}

	static SimulatedStage onVirtualTime() {
		return new SimulatedStage(true, 1);
	}

	static SimulatedStage ofThreeServers() {
		return new SimulatedStage(true, 3);
	}

	static SimulatedStage onRealTime() {
		return new SimulatedStage(false, 1);
	}

	void load(String json) {
		this.server.load(json);
	}

	private EventLoop loop(String name) {
		return this.virtual ? this.time.newLoop(name) : EventLoop.onDaemonThread(name);
	}

	@Override
	public Ensemble ensemble() {
		return this.server;
	}

	@Override
	public ZkClientOptions options() {
		return ZkClientOptions.of("simulated").withSessionTimeout(Duration.ofSeconds(20));
	}

	@Override
	public EventLoop newLoop(String name) {
		EventLoop loop = loop(name);
		this.clients.add(loop);
		return loop;
	}

	@Override
	public boolean holdsWithin(Duration atMost, BooleanSupplier condition) {
		return this.virtual ? this.time.runUntil(condition, atMost) : RealStage.inRealTime(atMost, condition);
	}

	@Override
	public void dropConnections() {
		this.clients.forEach((client) -> this.server.link(client).disconnect());
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
		this.server.start();
		await("all serve",
				() -> IntStream.range(0, this.server.servers().size()).allMatch(this.server.servers()::isServing));
	}

	@Override
	public void close() {
		this.server.close();
		this.serverLoop.shutdown();
	}

}
