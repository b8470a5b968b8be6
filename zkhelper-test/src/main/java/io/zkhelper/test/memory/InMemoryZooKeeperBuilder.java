package io.zkhelper.test.memory;

import java.time.Duration;

import io.zkhelper.session.EventLoop;

/**
 * Starts an {@link InMemoryZooKeeper} with other times than its defaults.
 *
 * @since 1.0.0
 */
public final class InMemoryZooKeeperBuilder {

	private final EventLoop loop;

	private Settings settings = Settings.DEFAULT;

	InMemoryZooKeeperBuilder(EventLoop loop) {
		this.loop = loop;
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
		return new InMemoryZooKeeper(this.loop, this.settings);
	}

}
