package io.zkhelper.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.apache.zookeeper.AsyncCallback;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Watcher.WatcherType;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handle of production, on ZooKeeper's own client. Its threads only hand tasks to the
 * event loop.
 */
final class StockClient implements Znodes {

	private static final Logger logger = LoggerFactory.getLogger(StockClient.class);

	private static final String DISABLE_WATCH_RESET = ZKClientConfig.DISABLE_AUTO_WATCH_RESET;

	private final DetachableZooKeeper zooKeeper;

	private final StateEvents events;

	private final Replies replies;

	private final WatchedNodes watched = new WatchedNodes();

	private final EventLoop loop;

	private final Executor executor;

	private final List<ACL> acl;

	private StockClient(DetachableZooKeeper zooKeeper, StateEvents events, ZkClientOptions options, EventLoop loop) {
		this.zooKeeper = zooKeeper;
		this.events = events;
		this.loop = loop;
		this.replies = new Replies(loop);
		this.executor = options.listenerExecutor().orElse(Runnable::run);
		this.acl = options.security().acl();
	}

	static Znodes open(ZkClientOptions options, HandleListener listener, EventLoop loop) {
		ZKClientConfig config = new ZKClientConfig();
		options.security().clientProperties().forEach(config::setProperty);
		StateEvents events = new StateEvents(listener, loop);
		try {
			DetachableZooKeeper zooKeeper = DetachableZooKeeper.open(options, events, config);
			options.security()
				.credentials()
				.forEach((credential) -> zooKeeper.addAuthInfo(credential.scheme(), credential.bytes()));
			events.handleIs(zooKeeper);
			return new StockClient(zooKeeper, events, options, loop);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No handle could be opened for " + options.servers(), ex);
		}
	}

	/**
	 * Without the reset, watches are lost at every reconnect, and waiters wait for ever.
	 */
	static void requireWatchReset(ZkClientOptions options) {
		String own = options.security().clientProperties().get(DISABLE_WATCH_RESET);
		if (Boolean.parseBoolean((own != null) ? own : System.getProperty(DISABLE_WATCH_RESET))) {
			throw new IllegalStateException(
					"'%s' must not be set: watches would be lost at every reconnect".formatted(DISABLE_WATCH_RESET));
		}
	}

	@Override
	public void create(Change.Create create, Consumer<Answer<NodeData>> answer) {
		AsyncCallback.Create2Callback callback = (rc, path, ctx, name, stat) -> this.replies.reply(answer, rc, path,
				() -> new NodeData(name, create.data(), Replies.stat(stat)));
		this.zooKeeper.create(create.path(), create.data(), aclOf(create), modeOf(create.kind()), callback, null);
	}

	// A new list, since ZooKeeper asks whether it contains null, which immutable lists
	// answer by throwing
	private List<ACL> aclOf(Change.Create create) {
		return new ArrayList<>(create.acl().isEmpty() ? this.acl : create.acl());
	}

	private static CreateMode modeOf(NodeKind kind) {
		return CreateMode.valueOf(kind.name());
	}

	@Override
	public void delete(String path, int version, Consumer<Answer<String>> answer) {
		this.zooKeeper.delete(path, version, (rc, asked, ctx) -> this.replies.reply(answer, rc, path, () -> path),
				null);
	}

	@Override
	public void read(String path, Consumer<Answer<NodeData>> answer) {
		this.zooKeeper.getData(path, false, dataCallback(answer), null);
	}

	private AsyncCallback.DataCallback dataCallback(Consumer<Answer<NodeData>> answer) {
		return (rc, path, ctx, data, stat) -> this.replies.reply(answer, rc, path,
				() -> new NodeData(path, (data != null) ? data : new byte[0], Replies.stat(stat)));
	}

	@Override
	public void exists(String path, Consumer<Answer<Optional<NodeStat>>> answer) {
		this.zooKeeper.exists(path, false, existsCallback(path, answer), null);
	}

	private AsyncCallback.StatCallback existsCallback(String path, Consumer<Answer<Optional<NodeStat>>> answer) {
		return (rc, asked, ctx, stat) -> this.replies.replyWhetherThere(answer, rc, path, stat);
	}

	@Override
	public void readAcl(String path, Consumer<Answer<NodeAcl>> answer) {
		this.zooKeeper.getACL(path, new Stat(), (rc, asked, ctx, acl, stat) -> this.replies.reply(answer, rc, path,
				() -> new NodeAcl(path, acl, Replies.stat(stat))), null);
	}

	@Override
	public void setAcl(String path, List<ACL> acl, int aclVersion, Consumer<Answer<NodeStat>> answer) {
		this.zooKeeper.setACL(path, new ArrayList<>(acl), aclVersion,
				(rc, asked, ctx, stat) -> this.replies.reply(answer, rc, path, () -> Replies.stat(stat)), null);
	}

	@Override
	public void list(String path, Consumer<Answer<List<String>>> answer) {
		this.zooKeeper.getChildren(path, false, childrenCallback(answer), null);
	}

	private AsyncCallback.ChildrenCallback childrenCallback(Consumer<Answer<List<String>>> answer) {
		return (rc, path, ctx, names) -> this.replies.reply(answer, rc, path, () -> List.copyOf(names));
	}

	@Override
	public Cancellable watch(String path, Consumer<WatchEvent> fired, Consumer<Answer<NodeData>> answer) {
		OneShotWatch watch = watch(path, WatcherType.Data, fired);
		// Data rather than existence is watched: that leaves nothing behind on a missing
		// node
		this.zooKeeper.getData(path, watch, dataCallback(unlessRefused(path, watch, WatcherType.Data, answer)), null);
		return () -> remove(path, watch, WatcherType.Data);
	}

	@Override
	public Cancellable watchExistence(String path, Consumer<WatchEvent> fired,
			Consumer<Answer<Optional<NodeStat>>> answer) {
		OneShotWatch watch = watch(path, WatcherType.Data, fired);
		this.zooKeeper.exists(path, watch, existsCallback(path, unlessRefused(path, watch, WatcherType.Data, answer)),
				null);
		return () -> remove(path, watch, WatcherType.Data);
	}

	@Override
	public Cancellable watchChildren(String path, Runnable fired, Consumer<Answer<List<String>>> answer) {
		OneShotWatch watch = watch(path, WatcherType.Children, (event) -> fired.run());
		this.zooKeeper.getChildren(path, watch,
				childrenCallback(unlessRefused(path, watch, WatcherType.Children, answer)), null);
		return () -> remove(path, watch, WatcherType.Children);
	}

	private OneShotWatch watch(String path, WatcherType type, Consumer<WatchEvent> fired) {
		this.watched.add(path, type);
		return new OneShotWatch(fired, () -> this.watched.remove(path, type), this.events::disconnected, this.loop);
	}

	// What was refused watches nothing
	private <T> Consumer<Answer<T>> unlessRefused(String path, OneShotWatch watch, WatcherType type,
			Consumer<Answer<T>> answer) {
		return (given) -> {
			if (!given.isOk() && watch.giveUp()) {
				this.watched.remove(path, type);
			}
			answer.accept(given);
		};
	}

	// To remove one watch is only a question to the server, which keeps its own: that
	// goes when all are removed. Local as well, so that it succeeds while the connection
	// is away
	private void remove(String path, OneShotWatch watch, WatcherType type) {
		if (!watch.giveUp()) {
			return;
		}
		AsyncCallback.VoidCallback removed = (rc, asked, ctx) -> logger.trace("Watch on {} removed: {}", path, rc);
		if (this.watched.remove(path, type)) {
			this.zooKeeper.removeAllWatches(path, type, true, removed, null);
		}
		else {
			this.zooKeeper.removeWatches(path, watch, type, true, removed, null);
		}
	}

	@Override
	public void sync(String path, Consumer<Answer<String>> answer) {
		this.zooKeeper.sync(path, (rc, asked, ctx) -> this.replies.reply(answer, rc, path, () -> path), null);
	}

	@Override
	public void multi(List<? extends Change> changes, Consumer<Answer<List<NodeStat>>> answer) {
		this.zooKeeper.multi(changes.stream().map((change) -> Operations.of(change, this.acl)).toList(),
				(rc, path, ctx, results) -> this.replies.replyToMulti(answer, rc, changes, results), null);
	}

	@Override
	public void close(Runnable closed) {
		// It waits for the server, which the event loop must not
		this.executor.execute(() -> {
			try {
				this.zooKeeper.close();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				this.loop.execute(closed);
			}
		});
	}

	@Override
	public void leave(Consumer<byte[]> left) {
		this.executor.execute(() -> {
			this.zooKeeper.disconnect();
			byte[] password = this.zooKeeper.getSessionPasswd();
			this.loop.execute(() -> left.accept(password));
		});
	}

}
