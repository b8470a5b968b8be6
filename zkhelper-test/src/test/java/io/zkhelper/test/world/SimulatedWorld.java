package io.zkhelper.test.world;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A simulated server, and time that passes only here.
 */
public final class SimulatedWorld extends MemoryWorld {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final VirtualTime time;

	private final Map<ZkClient, VirtualLoop> loops = new LinkedHashMap<>();

	/**
	 * Make a world in which no time has passed.
	 */
	public SimulatedWorld() {
		this(new VirtualTime(), 0);
	}

	/**
	 * Make a world in which everything is late at random.
	 * @param seed decides how late
	 */
	public SimulatedWorld(long seed) {
		this(new VirtualTime(seed, Duration.ofNanos(500_000)), seed);
	}

	/**
	 * Make another world, with servers of its own, in which the same time passes.
	 */
	public SimulatedWorld beside() {
		return new SimulatedWorld(this.time, 0);
	}

	private SimulatedWorld(VirtualTime time, long seed) {
		super(time.newLoop("server"), time.newLoop("stranger"), seed);
		this.time = time;
	}

	@Override
	public ZkClient connect(ZkClientOptions options) {
		VirtualLoop loop = this.time.newLoop("client-" + this.loops.size());
		ZkClientOptions complete = options.withListenerExecutor(options.listenerExecutor().orElse(loop));
		ZkClient client = ZkClient.connect(complete, server(), loop);
		this.loops.put(client, loop);
		return client;
	}

	@Override
	public VirtualLoop loop(ZkClient client) {
		return Objects.requireNonNull(this.loops.get(client), "This client was connected elsewhere");
	}

	@Override
	public void await(String what, BooleanSupplier holds) {
		awaitWithin(PATIENCE, what, holds);
	}

	@Override
	public void awaitWithin(Duration limit, String what, BooleanSupplier holds) {
		assertThat(this.time.runUntil(holds, limit)).as("%s within %s; %s", what, limit, server().dump()).isTrue();
	}

	@Override
	public void during(Duration duration, String what, BooleanSupplier holds) {
		assertThat(this.time.runUntil(() -> !holds.getAsBoolean(), duration)).as("the contrary of: " + what).isFalse();
	}

	/**
	 * Make sure of something after every step.
	 */
	public void always(Runnable check) {
		this.time.observe((now) -> check.run());
	}

	/**
	 * Let happen what happens next, as many times, or what happens within a minute.
	 */
	public void step(int times) {
		AtomicInteger left = new AtomicInteger(times);
		this.time.runUntil(() -> left.getAndDecrement() == 0, Duration.ofMinutes(1));
	}

	/**
	 * Return how many tasks and timers all processes and the server have.
	 */
	public int pending() {
		return this.time.pending();
	}

	/**
	 * Grant other session timeouts from now on.
	 */
	public void setSessionTimeouts(Duration min, Duration max) {
		server().setSessionTimeouts(min, max);
	}

	@Override
	public void close() {
		this.loops.keySet().forEach(ZkClient::closeAsync);
		this.time.runFor(Duration.ofSeconds(5));
		server().close();
	}

}
