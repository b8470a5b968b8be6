package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.zkhelper.test.server.RequestFrame;

/**
 * The requests of all clients of a course, in the order in which they came.
 */
final class Trace {

	private static final long WHILE = Duration.ofMillis(30).toNanos();

	private final List<SentFrame> sent = new ArrayList<>();

	private final Map<String, Long> lastSent = new HashMap<>();

	private final Set<SentFrame> awaited = new HashSet<>();

	private int struck;

	Consumer<RequestFrame> of(String client) {
		return (frame) -> add(new SentFrame(client, frame));
	}

	private synchronized void add(SentFrame frame) {
		this.sent.add(frame);
		if (!frame.isByTheClock()) {
			this.lastSent.put(frame.client(), System.nanoTime());
		}
	}

	/**
	 * Whether a client has had nothing to ask for a while.
	 */
	synchronized boolean isQuiet(String client) {
		return System.nanoTime() - this.lastSent.getOrDefault(client, 0L) > WHILE;
	}

	/**
	 * Note that a fault has happened.
	 */
	synchronized void struck() {
		this.struck = this.sent.size();
	}

	/**
	 * Return the requests after the last fault, or all if there was none. Of those that
	 * are due from time to time only the ones that the scenario has waited for: how many
	 * others come is up to the clock.
	 */
	synchronized List<SentFrame> following() {
		return this.sent.subList(this.struck, this.sent.size())
			.stream()
			.filter((each) -> !each.isByTheClock() || this.awaited.contains(each))
			.toList();
	}

	/**
	 * Whether a client has sent a request that is due from time to time, for which the
	 * scenario waits.
	 */
	synchronized boolean hasDue(String client, String operation) {
		SentFrame due = new SentFrame(client, new RequestFrame(operation, 1));
		this.awaited.add(due);
		return this.sent.contains(due);
	}

	@Override
	public synchronized String toString() {
		return this.sent.toString();
	}

}
