package io.zkhelper.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

import static org.awaitility.Awaitility.await;

/**
 * ZooKeeper's own client, which remembers what it was told of its state.
 */
public final class RawClient implements Watcher, AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final List<Event.KeeperState> states = new CopyOnWriteArrayList<>();

	private final ZooKeeper zooKeeper;

	private RawClient(String connectString, Duration sessionTimeout) {
		try {
			this.zooKeeper = new ZooKeeper(connectString, (int) sessionTimeout.toMillis(), this);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static RawClient connect(String connectString) {
		return connect(connectString, Duration.ofSeconds(10));
	}

	public static RawClient connect(String connectString, Duration sessionTimeout) {
		RawClient client = new RawClient(connectString, sessionTimeout);
		client.awaitState(Event.KeeperState.SyncConnected);
		return client;
	}

	public ZooKeeper zooKeeper() {
		return this.zooKeeper;
	}

	List<Event.KeeperState> states() {
		return this.states;
	}

	void awaitState(Event.KeeperState state) {
		await().atMost(PATIENCE).until(() -> this.states.contains(state));
	}

	void awaitReconnected() {
		await().atMost(PATIENCE)
			.until(() -> this.states.lastIndexOf(Event.KeeperState.SyncConnected) > this.states
				.indexOf(Event.KeeperState.Disconnected) && this.states.contains(Event.KeeperState.Disconnected));
	}

	public String create(String path, CreateMode mode) throws KeeperException, InterruptedException {
		return this.zooKeeper.create(path, new byte[0], Ids.OPEN_ACL_UNSAFE, mode);
	}

	public boolean exists(String path) throws KeeperException, InterruptedException {
		return this.zooKeeper.exists(path, false) != null;
	}

	@Override
	public void process(WatchedEvent event) {
		if (event.getType() == Event.EventType.None) {
			this.states.add(event.getState());
		}
	}

	@Override
	public void close() {
		try {
			this.zooKeeper.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
