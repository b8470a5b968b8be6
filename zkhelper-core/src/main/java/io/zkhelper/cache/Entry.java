package io.zkhelper.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The place of one answer in the cache. Any thread reads its memory; all else is for the
 * event loop.
 */
final class Entry {

	private static final Cancellable NOTHING = () -> {
	};

	/** Many threads may read one entry, and writing is what they would wait for. */
	private static final long GRAIN = 1_000_000;

	private final String path;

	private final Aspect aspect;

	private final List<Consumer<Answer<CachedNode>>> waiting = new ArrayList<>();

	private volatile @Nullable Memory memory;

	private volatile long used;

	private Cancellable watch = NOTHING;

	private boolean beingRead;

	private boolean forgotten;

	private int losses;

	Entry(String path, Aspect aspect, Moment now) {
		this.path = path;
		this.aspect = aspect;
		this.used = now.nanos();
	}

	String path() {
		return this.path;
	}

	Aspect aspect() {
		return this.aspect;
	}

	@Nullable Memory memory() {
		return this.memory;
	}

	void remember(Memory memory) {
		this.memory = memory;
	}

	/**
	 * The connection is away.
	 */
	void doubt(Moment now) {
		Memory known = this.memory;
		if (known != null) {
			this.memory = known.doubted(now);
		}
	}

	/**
	 * The node has changed.
	 */
	void outdate(Moment now) {
		Memory known = this.memory;
		if (known != null) {
			this.memory = known.outdated(now);
		}
	}

	/**
	 * Note that somebody has asked; from any thread.
	 */
	void use(Moment now) {
		if (now.nanos() - this.used >= GRAIN) {
			this.used = now.nanos();
		}
	}

	long used() {
		return this.used;
	}

	void await(Consumer<Answer<CachedNode>> receiver) {
		this.waiting.add(receiver);
	}

	/**
	 * Return who waits for an answer; nobody does afterwards.
	 */
	List<Consumer<Answer<CachedNode>>> takeWaiting() {
		List<Consumer<Answer<CachedNode>>> receivers = List.copyOf(this.waiting);
		this.waiting.clear();
		return receivers;
	}

	boolean isBeingRead() {
		return this.beingRead;
	}

	void setBeingRead(boolean beingRead) {
		this.beingRead = beingRead;
	}

	boolean isForgotten() {
		return this.forgotten;
	}

	/**
	 * Watch the node by this watch, and by no earlier one.
	 */
	void watchedBy(Cancellable next) {
		this.watch.cancel();
		this.watch = next;
	}

	/**
	 * All watches have ended with their session.
	 */
	void dropWatch() {
		this.watch = NOTHING;
	}

	void forget() {
		this.forgotten = true;
		watchedBy(NOTHING);
	}

	/**
	 * Another read was lost.
	 * @return how many were since the last one that was not
	 */
	int lost() {
		return ++this.losses;
	}

	void found() {
		this.losses = 0;
	}

	/**
	 * Whether it is known, and a change would be told.
	 */
	boolean isGood() {
		Memory known = this.memory;
		return !this.forgotten && !this.beingRead && known != null && !known.isStale();
	}

	/**
	 * Whether to read it anew without being asked. Once a change was told, the next one
	 * to ask is early enough.
	 */
	boolean isDoubted() {
		Memory known = this.memory;
		return !this.forgotten && !this.beingRead && known != null && known.isStale() && !known.outdated();
	}

	@Override
	public String toString() {
		return this.aspect.request() + " " + this.path;
	}

}
