package io.zkhelper.test.tree;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.test.tree.MeddledNodes.Fate;
import io.zkhelper.test.tree.MeddledNodes.Meddler;

/**
 * Those who meddle.
 */
final class Meddlers {

	private Meddlers() {
	}

	/**
	 * Does something before each request of a kind.
	 */
	static Meddler before(String request, Callable<?> deed) {
		return before(request, Integer.MAX_VALUE, deed);
	}

	/**
	 * Does something before the first requests of a kind.
	 */
	static Meddler before(String request, int times, Callable<?> deed) {
		AtomicInteger left = new AtomicInteger(times);
		return (asked, path) -> {
			if (asked.equals(request) && left.getAndDecrement() > 0) {
				deed.call();
			}
			return Fate.PASSES;
		};
	}

	/**
	 * Does something before the n-th request of a kind, counted from 1.
	 */
	static Meddler beforeOne(String request, int number, Callable<?> deed) {
		AtomicInteger count = new AtomicInteger();
		return (asked, path) -> {
			if (asked.equals(request) && count.incrementAndGet() == number) {
				deed.call();
			}
			return Fate.PASSES;
		};
	}

	/**
	 * Lets the n-th request of a kind meet its fate, counted from 1.
	 */
	static Meddler fate(String request, int number, Fate fate) {
		AtomicInteger count = new AtomicInteger();
		return (asked, path) -> (asked.equals(request) && count.incrementAndGet() == number) ? fate : Fate.PASSES;
	}

}
