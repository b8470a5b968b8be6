package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zkhelper.session.EventLoop;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.memory.InMemoryZooKeeperBuilder;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;

/**
 * Servers and processes, as a seed will have them: one server or three, near or far, with
 * fast disks or slow ones, and clocks that run apart.
 */
final class Machinery {

	static final Timing TIMING = new Timing(Duration.ofSeconds(4), Duration.ofMillis(400), Duration.ofMillis(100),
			1e-3);

	private static final int PROCESSES = 3;

	private final VirtualTime time;

	private final List<VirtualLoop> serverLoops = new ArrayList<>();

	private final InMemoryZooKeeper servers;

	private final List<SimulatedProcess> processes;

	Machinery(long seed) {
		this.time = new VirtualTime(seed, Duration.ofNanos(500_000));
		this.servers = servers(new Random(seed), seed);
		this.processes = IntStream.range(0, PROCESSES).mapToObj(this::process).toList();
	}

	private InMemoryZooKeeper servers(Random random, long seed) {
		InMemoryZooKeeperBuilder builder = InMemoryZooKeeper.builder(newServerLoop())
			.tickTime(TIMING.tickTime())
			.latency(Duration.ofNanos(200_000), Duration.ofMillis(20 + 80 * random.nextInt(3)))
			.reconnectDelay(Duration.ofMillis(50), Duration.ofMillis(800))
			.serverLatency(Duration.ofNanos(100_000), Duration.ofMillis(1 + 15 * random.nextInt(3)))
			.diskLatency(Duration.ofNanos(100_000), Duration.ofMillis(1 + 40 * random.nextInt(3)))
			.silentTicks(2 + random.nextInt(6))
			.seed(seed);
		if (random.nextInt(4) > 0) {
			builder.addServer(newServerLoop()).addServer(newServerLoop());
		}
		return builder.start();
	}

	private VirtualLoop newServerLoop() {
		VirtualLoop loop = this.time.newLoop("server-" + this.serverLoops.size());
		this.serverLoops.add(loop);
		return loop;
	}

	private SimulatedProcess process(int index) {
		VirtualLoop loop = this.time.newLoop("process-" + index);
		loop.setClockRate(1 + (index - 1) * TIMING.clockError() / 2);
		return connect(loop, Optional.empty());
	}

	private SimulatedProcess connect(VirtualLoop loop, Optional<SessionTicket> ticket) {
		EventLoop lasting = new LastingLoop(loop);
		ZkClientOptions options = ZkClientOptions.of("simulated").withTiming(TIMING).withListenerExecutor(loop);
		ZkClient client = ZkClient.connect(ticket.map(options::withTicket).orElse(options), this.servers, lasting);
		return new SimulatedProcess(loop, this.servers.link(lasting), client);
	}

	/**
	 * Connect another client in the same process.
	 * @param process the process
	 * @param ticket for the session to go on with, if any
	 */
	SimulatedProcess another(SimulatedProcess process, Optional<SessionTicket> ticket) {
		return connect(process.loop(), ticket);
	}

	VirtualTime time() {
		return this.time;
	}

	InMemoryZooKeeper servers() {
		return this.servers;
	}

	VirtualLoop serverLoop(int number) {
		return this.serverLoops.get(number);
	}

	List<SimulatedProcess> processes() {
		return this.processes;
	}

	/**
	 * Put everything right again.
	 */
	void healAll() {
		this.processes.forEach((process) -> {
			process.loop().resume();
			process.link().restore();
		});
		healServers();
	}

	void healServers() {
		this.serverLoops.forEach(VirtualLoop::resume);
		this.servers.servers().heal();
		this.servers.start();
	}

	/**
	 * Return how the processes and the servers are.
	 */
	String describe() {
		return this.processes.stream()
			.map((process) -> "%s: %s, on server %s".formatted(process, process.client().view(),
					process.link().server()))
			.collect(Collectors.joining(System.lineSeparator(), "%s%n".formatted(this.servers.servers()), ""));
	}

}
