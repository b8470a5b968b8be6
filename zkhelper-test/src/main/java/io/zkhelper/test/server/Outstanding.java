package io.zkhelper.test.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

import io.zkhelper.test.server.RequestLog.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection that have not been answered, in the order in which they
 * were sent.
 */
final class Outstanding {

	private final Deque<Asked> asked = new ArrayDeque<>();

	private boolean over;

	synchronized void add(int xid, Entry request) {
		this.asked.add(new Asked(xid, request));
	}

	/**
	 * Find what is answered. Numbers of pings and the like are all the same, and answered
	 * in order.
	 * @return the request, {@code null} for a notification
	 */
	synchronized @Nullable Entry answered(int xid) {
		for (Asked candidate : this.asked) {
			if (candidate.xid() == xid) {
				return candidate.request();
			}
		}
		return null;
	}

	synchronized void remove(Entry request) {
		for (Iterator<Asked> each = this.asked.iterator(); each.hasNext();) {
			if (each.next().request() == request) {
				each.remove();
			}
		}
		notifyAll();
	}

	/**
	 * Let nobody wait any longer, because no more answers come.
	 */
	synchronized void end() {
		this.over = true;
		notifyAll();
	}

	/**
	 * Wait until all that was asked is answered.
	 */
	synchronized void awaitAnswers(Duration atMost) throws InterruptedException {
		long end = System.nanoTime() + atMost.toNanos();
		long left = atMost.toMillis();
		while (!this.over && !this.asked.isEmpty() && left > 0) {
			wait(left);
			left = Duration.ofNanos(end - System.nanoTime()).toMillis();
		}
	}

	/**
	 * A request with its number.
	 */
	private record Asked(int xid, Entry request) {
	}

}
