package io.zkhelper.cache;

import java.util.concurrent.atomic.LongAdder;

import io.zkhelper.session.Answer;

/**
 * Counts what a cache does, by many threads.
 */
final class Counts {

	private final LongAdder hits = new LongAdder();

	private final LongAdder misses = new LongAdder();

	private final LongAdder staleReads = new LongAdder();

	private final LongAdder notFound = new LongAdder();

	private final LongAdder errors = new LongAdder();

	private final LongAdder serverReads = new LongAdder();

	void onHit(CachedNode node) {
		this.hits.increment();
		onNode(node);
	}

	/**
	 * An answer for which the caller had to wait.
	 */
	void onMiss(Answer<CachedNode> answer) {
		if (!answer.isOk()) {
			this.misses.increment();
			this.errors.increment();
		}
		else if (answer.value().cached()) {
			onHit(answer.value());
		}
		else {
			this.misses.increment();
			onNode(answer.value());
		}
	}

	private void onNode(CachedNode node) {
		if (node.stale()) {
			this.staleReads.increment();
		}
		if (!node.exists()) {
			this.notFound.increment();
		}
	}

	void onServerRead() {
		this.serverReads.increment();
	}

	CacheStats stats(int entries) {
		long hits = this.hits.sum();
		return new CacheStats(hits + this.misses.sum(), hits, this.staleReads.sum(), this.notFound.sum(),
				this.errors.sum(), this.serverReads.sum(), entries);
	}

}
