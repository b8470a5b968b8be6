package io.zkhelper.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;

/**
 * A watch that tells the event loop once of a change. What happens to the connection is
 * not its business.
 */
final class OneShotWatch implements Watcher {

	private final Runnable fired;

	private final Executor loop;

	private final AtomicBoolean spent = new AtomicBoolean();

	OneShotWatch(Runnable fired, Executor loop) {
		this.fired = fired;
		this.loop = loop;
	}

	@Override
	public void process(WatchedEvent event) {
		if (event.getType() != Event.EventType.None && this.spent.compareAndSet(false, true)) {
			this.loop.execute(this.fired);
		}
	}

	/**
	 * Fire no more.
	 * @return whether it might still have fired
	 */
	boolean giveUp() {
		return this.spent.compareAndSet(false, true);
	}

}
