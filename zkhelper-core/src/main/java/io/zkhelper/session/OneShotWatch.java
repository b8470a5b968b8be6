package io.zkhelper.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;

/**
 * A watch that tells the event loop once of a change. What happens to the connection is
 * not its business, unless it is the only one that is told.
 */
final class OneShotWatch implements Watcher {

	private final Consumer<WatchEvent> fired;

	private final Runnable used;

	private final Runnable disconnected;

	private final Executor loop;

	private final AtomicBoolean spent = new AtomicBoolean();

	private volatile boolean givenUp;

	/**
	 * Create a watch.
	 * @param fired takes what has happened
	 * @param used called at once when the server knows of it no more
	 * @param disconnected called when the connection breaks while it is removed
	 * @param loop where it is told
	 */
	OneShotWatch(Consumer<WatchEvent> fired, Runnable used, Runnable disconnected, Executor loop) {
		this.fired = fired;
		this.used = used;
		this.disconnected = disconnected;
		this.loop = loop;
	}

	@Override
	public void process(WatchedEvent event) {
		if (event.getType() == Event.EventType.None) {
			return;
		}
		// ZooKeeper's client takes this for the news of the lost connection, and tells
		// nobody else
		if (event.getState() == Event.KeeperState.Disconnected) {
			this.disconnected.run();
		}
		if (this.spent.compareAndSet(false, true)) {
			this.used.run();
			this.loop.execute(() -> fire(what(event.getType())));
		}
	}

	private static WatchEvent what(Event.EventType type) {
		return switch (type) {
			case NodeCreated -> WatchEvent.CREATED;
			case NodeDeleted -> WatchEvent.DELETED;
			default -> WatchEvent.CHANGED;
		};
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
