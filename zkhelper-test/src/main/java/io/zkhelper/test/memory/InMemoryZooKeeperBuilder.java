package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.zkhelper.session.EventLoop;

/**
 * Starts an {@link InMemoryZooKeeper} with other times than its defaults.
 *
 * @since 1.0.0
 */
public final class InMemoryZooKeeperBuilder {

	private final List<EventLoop> loops = new ArrayList<>();

	private Settings settings = Settings.DEFAULT;

	InMemoryZooKeeperBuilder(EventLoop loop) {
		this.loops.add(loop);
	}

	/**
	 * Set the tick time: sessions expire at the end of a tick. Sets session timeouts from
	 * two to twenty ticks.
	 * @param tickTime the tick time
	 * @return this
	 */
	public InMemoryZooKeeperBuilder tickTime(Duration tickTime) {
		this.settings = this.settings.withTickTime(tickTime);
		return this;
	}

	/**
	 * Set which session timeouts the server grants.
	 * @param min the least one
	 * @param max the greatest one
	 * @return this
	 */
	public InMemoryZooKeeperBuilder sessionTimeouts(Duration min, Duration max) {
		this.settings = this.settings.withSessionTimeouts(min, max);
		return this;
	}

	/**
	 * Add a server: together they are an ensemble, with a leader that a majority follows.
	 * Followers are behind the leader, and the leader hears of their clients late.
	 * @param loop the loop of the server, not to be shared
	 * @return this
	 */
	public InMemoryZooKeeperBuilder addServer(EventLoop loop) {
		this.loops.add(loop);
		return this;
	}

	/**
	 * Set how long a message between servers takes. No time by default.
	 * @param min the least time
	 * @param max the longest time
	 * @return this
	 */
	public InMemoryZooKeeperBuilder serverLatency(Duration min, Duration max) {
		this.settings = this.settings.withEnsemble(this.settings.ensemble().withLatency(min, max));
		return this;
	}

	/**
	 * Set how long servers take to write a transaction. No time by default.
	 * @param min the least time
	 * @param max the longest time
	 * @return this
	 */
	public InMemoryZooKeeperBuilder diskLatency(Duration min, Duration max) {
		this.settings = this.settings.withEnsemble(this.settings.ensemble().withDisk(min, max));
		return this;
	}

	/**
	 * Set for how many ticks a follower goes on serving without hearing from the leader,
	 * and the leader without a majority (the server's {@code syncLimit}). 5 by default.
	 * @param ticks the number of ticks
	 * @return this
	 */
	public InMemoryZooKeeperBuilder silentTicks(int ticks) {
		this.settings = this.settings.withEnsemble(this.settings.ensemble().withSilentTicks(ticks));
		return this;
	}

	/**
	 * Set how often empty containers are removed.
	 * @param interval the time in between
	 * @return this
	 */
	public InMemoryZooKeeperBuilder containerCheckInterval(Duration interval) {
		this.settings = this.settings.withContainerInterval(interval);
		return this;
	}

	/**
	 * Set how long a message takes each way.
	 * @param min the least time
	 * @param max the longest time
	 * @return this
	 */
	public InMemoryZooKeeperBuilder latency(Duration min, Duration max) {
		this.settings = this.settings.withLatency(min, max);
		return this;
	}

	/**
	 * Set how long a client waits before each attempt to reconnect.
	 * @param min the least time
	 * @param max the longest time
	 * @return this
	 */
	public InMemoryZooKeeperBuilder reconnectDelay(Duration min, Duration max) {
		this.settings = this.settings.withReconnectDelay(min, max);
		return this;
	}

	/**
	 * Set what decides the times between the bounds, and the order of lists.
	 * @param seed the seed
	 * @return this
	 */
	public InMemoryZooKeeperBuilder seed(long seed) {
		this.settings = this.settings.withSeed(seed);
		return this;
	}

	/**
	 * Start the server.
	 * @return the running server
	 */
	public InMemoryZooKeeper start() {
		return new InMemoryZooKeeper(List.copyOf(this.loops), this.settings);
	}

}
