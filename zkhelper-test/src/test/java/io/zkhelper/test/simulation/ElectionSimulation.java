package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.claim.Safety;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;

/**
 * A whole election on virtual time, with everything going wrong that can: the same seed
 * gives the same course, to the last step.
 */
final class ElectionSimulation {

	private static final int PROCESSES = 3;

	private static final int TROUBLES = 25;

	private static final Timing TIMING = new Timing(Duration.ofSeconds(4), Duration.ofMillis(400),
			Duration.ofMillis(100), 1e-3);

	/**
	 * T + τ + W + 2 s, and what the reconnects and the backlog of a frozen process take.
	 */
	private static final Duration RECOVERY = Duration.ofSeconds(12);

	private final long seed;

	private final boolean meddling;

	private final VirtualTime time;

	private final List<String> trace = new ArrayList<>();

	private final InMemoryZooKeeper server;

	private final List<Participation> processes;

	private final Invariants invariants;

	ElectionSimulation(long seed, ElectionOptions options) {
		this.seed = seed;
		this.meddling = options.safety() == Safety.STRICT;
		this.time = new VirtualTime(seed, Duration.ofNanos(500_000));
		this.server = InMemoryZooKeeper.builder(this.time.newLoop("server"))
			.tickTime(TIMING.tickTime())
			.latency(Duration.ofNanos(200_000), Duration.ofMillis(20 + 140 * (seed % 3)))
			.reconnectDelay(Duration.ofMillis(50), Duration.ofMillis(800))
			.seed(seed)
			.start();
		this.processes = IntStream.range(0, PROCESSES).mapToObj((index) -> process(index, options)).toList();
		this.invariants = new Invariants(this.processes, this.trace);
	}

	private Participation process(int index, ElectionOptions options) {
		VirtualLoop loop = this.time.newLoop("process-" + index);
		loop.setClockRate(1 + (index - 1) * TIMING.clockError() / 2);
		return Participation.start(loop, this.server, ZkClientOptions.of("simulated").withTiming(TIMING), options);
	}

	/**
	 * Run to the end.
	 * @return what was violated, if anything, and how it came to that
	 */
	List<String> run() {
		this.time.observe(this.invariants::check);
		Troublemaker troublemaker = new Troublemaker(this.time, this.seed, this.server, this.processes, this.trace,
				this.meddling);
		for (int i = 0; i < TROUBLES && this.invariants.violations().isEmpty(); i++) {
			troublemaker.rest();
			troublemaker.makeTrouble();
		}
		troublemaker.healAll();
		boolean led = this.time.runUntil(() -> this.processes.stream().anyMatch(Participation::seesItselfLeading),
				RECOVERY);
		List<String> violations = new ArrayList<>(this.invariants.violations());
		if (!led) {
			violations.add("nobody leads " + RECOVERY + " after everything was healed");
		}
		if (!this.time.runUntil(this::isTidy, RECOVERY)) {
			violations.add("nodes that belong to nobody: " + this.server.children(Troublemaker.CANDIDATES));
		}
		return violations;
	}

	// I5: one node for each participant
	private boolean isTidy() {
		return this.server.children(Troublemaker.CANDIDATES).size() == PROCESSES;
	}

	/**
	 * Return what has happened, step by step.
	 */
	List<String> trace() {
		return this.trace;
	}

	@Override
	public String toString() {
		return "seed %d%n%s%n%s".formatted(this.seed, String.join(System.lineSeparator(), this.trace),
				this.server.dump());
	}

}
