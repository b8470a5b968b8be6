package io.zkhelper.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;

/**
 * A watch that tells the event loop once of a change. What happens to the connection is
 * not its business.
 */
final class OneShotWatch implements Watcher {

	private final Consumer<WatchEvent> fired;

	private final Executor loop;

	private final AtomicBoolean spent = new AtomicBoolean();

	private volatile boolean givenUp;

	OneShotWatch(Consumer<WatchEvent> fired, Executor loop) {
		this.fired = fired;
		this.loop = loop;
	}

	@Override
	public void process(WatchedEvent event) {
		if (event.getType() != Event.EventType.None && this.spent.compareAndSet(false, true)) {
			WatchEvent what = (event.getType() == Event.EventType.NodeDeleted) ? WatchEvent.DELETED
					: WatchEvent.CHANGED;
			this.loop.execute(() -> fire(what));
		}
	}

	// May have been given up while it was on its way
	private void fire(WatchEvent what) {
		if (!this.givenUp) {
			this.fired.accept(what);
		}
	}

	/**
	 * Fire no more.
	 * @return whether the server still knows of it
	 */
	boolean giveUp() {
		this.givenUp = true;
		return this.spent.compareAndSet(false, true);
	}

}
