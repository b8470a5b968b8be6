package io.zkhelper.cache;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * Decides which answers are read anew without being asked for: those that are doubted,
 * then those that are old, the oldest ones first, and so many at a time. Lives on the
 * event loop.
 */
final class Refresher {

	private static final Duration FIRST_DELAY = Duration.ofMillis(100);

	private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

	private final EventLoop loop;

	private final CacheOptions options;

	private final Consumer<Entry> reader;

	// Both in the order in which they were read
	private final Set<Entry> doubted = new LinkedHashSet<>();

	private final Set<Entry> good = new LinkedHashSet<>();

	private final Set<Entry> running = new LinkedHashSet<>();

	private Cancellable timer = () -> {
	};

	private boolean active;

	Refresher(EventLoop loop, CacheOptions options, Consumer<Entry> reader) {
		this.loop = loop;
		this.options = options;
		this.reader = reader;
	}

	/**
	 * There are servers.
	 */
	void begin() {
		this.active = true;
		run();
	}

	/**
	 * There are none, and everything is doubted.
	 */
	void pause() {
		this.active = false;
		this.timer.cancel();
		this.doubted.addAll(this.good);
		this.good.clear();
	}

	void onRead(Entry entry) {
		remove(entry);
		queue(entry);
		run();
	}

	private void queue(Entry entry) {
		if (entry.isDoubted()) {
			this.doubted.add(entry);
		}
		else if (entry.isGood()) {
			this.good.add(entry);
		}
	}

	/**
	 * The answer to a read has not come. It may have been the read that has cost the
	 * connection, if there is too much to read: so each entry waits on its own.
	 */
	void onLost(Entry entry, int losses) {
		remove(entry);
		Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(losses - 1, 10));
		Duration delay = (doubled.compareTo(LONGEST_DELAY) < 0) ? doubled : LONGEST_DELAY;
		this.loop.schedule(delay, () -> {
			queue(entry);
			run();
		});
		run();
	}

	/**
	 * The next one to ask will have it read, or nobody.
	 */
	void leave(Entry entry) {
		remove(entry);
		run();
	}

	private void remove(Entry entry) {
		this.doubted.remove(entry);
		this.good.remove(entry);
		this.running.remove(entry);
	}

	private void run() {
		this.timer.cancel();
		while (this.active && this.running.size() < this.options.refreshLimit()) {
			Entry next = next();
			if (next == null) {
				return;
			}
			this.running.add(next);
			this.reader.accept(next);
		}
	}

	private @Nullable Entry next() {
		for (Entry next = first(this.doubted); next != null; next = first(this.doubted)) {
			this.doubted.remove(next);
			if (next.isDoubted()) {
				return next;
			}
		}
		Entry oldest = first(this.good);
		return (oldest != null && isDue(oldest)) ? oldest : null;
	}

	private static @Nullable Entry first(Set<Entry> entries) {
		return entries.isEmpty() ? null : entries.iterator().next();
	}

	private boolean isDue(Entry entry) {
		Memory memory = entry.memory();
		Duration left = (memory != null) ? this.options.refreshAfter().minus(memory.age(this.loop.now()))
				: Duration.ZERO;
		if (left.isNegative() || left.isZero()) {
			return this.good.remove(entry);
		}
		this.timer = this.loop.schedule(left, this::run);
		return false;
	}

}
