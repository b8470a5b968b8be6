package io.zkhelper.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;

/**
 * Hands a handle's state events to the event loop.
 */
final class StateEvents implements Watcher {

	private final HandleListener listener;

	private final EventLoop loop;

	// The first event may come before the constructor of the handle has returned
	private final CompletableFuture<ZooKeeper> handle = new CompletableFuture<>();

	StateEvents(HandleListener listener, EventLoop loop) {
		this.listener = listener;
		this.loop = loop;
	}

	void handleIs(ZooKeeper zooKeeper) {
		this.handle.complete(zooKeeper);
	}

	/**
	 * Tell of a lost connection of which no event tells.
	 */
	void disconnected() {
		this.loop.execute(this.listener::onDisconnected);
	}

	@Override
	public void process(WatchedEvent event) {
		if (event.getType() == Event.EventType.None) {
			this.handle.thenAccept((zooKeeper) -> this.loop.execute(() -> tell(event, zooKeeper)));
		}
	}

	private void tell(WatchedEvent event, ZooKeeper zooKeeper) {
		switch (event.getState()) {
			case SyncConnected ->
				this.listener.onConnected(zooKeeper.getSessionId(), Duration.ofMillis(zooKeeper.getSessionTimeout()));
			case Disconnected -> this.listener.onDisconnected();
			case Expired -> this.listener.onExpired();
			case AuthFailed -> this.listener.onAuthFailed();
			default -> {
				// Closed is our own doing, SaslAuthenticated comes before SyncConnected
			}
		}
	}

}
