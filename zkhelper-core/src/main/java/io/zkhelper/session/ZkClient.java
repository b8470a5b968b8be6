package io.zkhelper.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.zookeeper.Op;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to an ensemble for the life of an application. It outlives expired
 * sessions, and servers that are away: whatever was held in a session dies with it, and
 * recipes begin anew in the next one.
 * <p>
 * Safe for use by many threads.
 *
 * @since 1.0.0
 */
public final class ZkClient implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private static final AtomicInteger clients = new AtomicInteger();

	private final Connection connection;

	private final EventLoop loop;

	private final Engine engine;

	private final Commits commits;

	private final ZkNodes nodes;

	private final Promise<Boolean> closed;

	// Only the event loop reads and writes it
	private boolean closing;

	private ZkClient(ZkClientOptions options, Ensemble ensemble, EventLoop loop) {
		this.loop = loop;
		ZkClientOptions complete = options.withListenerExecutor(
				options.listenerExecutor().map(ListenerThreads::behind).orElseGet(ListenerThreads::start));
		this.closed = new Promise<>(complete.listenerExecutor().orElseThrow());
		this.connection = new Connection(complete, ensemble, loop);
		this.engine = new Engine(this.connection, complete, loop);
		this.commits = new Commits(this.connection, complete, loop);
		this.nodes = new SessionNodes(this.connection, complete, loop);
		loop.execute(this.connection::open);
	}

	/**
	 * Connect. Returns at once, and never fails because the servers are away or their
	 * names unknown: that is retried for ever.
	 * @param options how to connect
	 * @return the client
	 * @throws IllegalStateException if the system property
	 * {@code zookeeper.disableAutoWatchReset} is set, which loses watches
	 */
	public static ZkClient connect(ZkClientOptions options) {
		StockClient.requireWatchReset(options);
		return connect(options, Ensemble.zooKeeper(),
				EventLoop.onDaemonThread("zkhelper-" + clients.incrementAndGet()));
	}

	/**
	 * Connect through other ports, for tests and simulations.
	 * @param options how to connect; the connect string is the ensemble's business
	 * @param ensemble opens handles
	 * @param loop the thread and the clocks; shut down by {@link #close()}
	 * @return the client
	 */
	public static ZkClient connect(ZkClientOptions options, Ensemble ensemble, EventLoop loop) {
		return new ZkClient(options, ensemble, loop);
	}

	/**
	 * Return where the connection stands.
	 * @return the state
	 */
	public SessionState state() {
		return this.connection.status().state();
	}

	/**
	 * Return what the client knows about its connection, from memory.
	 * @return the view
	 */
	public SessionView view() {
		ConnectionStatus status = this.connection.status();
		Optional<Duration> remaining = Optional.ofNullable(status.session()).flatMap(Session::leaseRemaining);
		return new SessionView(status.state(), status.since(), status.timeout(), remaining);
	}

	/**
	 * Return how far the servers have counted in the queues of elections and locks that
	 * this client has taken part in, from memory. They stop at {@link Integer#MAX_VALUE};
	 * elections and locks go on after that, with more reads.
	 * @return the highest number of a node that was seen, 0 before the first
	 */
	public int highestSequence() {
		return this.connection.counters().highest();
	}

	/**
	 * Wait for a connection.
	 * @param timeout how long to wait; zero to look once
	 * @return whether there is one
	 * @throws InterruptedException if the thread was interrupted
	 */
	public boolean awaitConnected(Duration timeout) throws InterruptedException {
		return this.connection.connected().await(timeout).isPresent();
	}

	/**
	 * Add a listener.
	 * @param listener the listener
	 * @return removes the listener
	 */
	public Cancellable addListener(SessionListener listener) {
		Object key = new Object();
		Listeners<SessionListener> listeners = this.connection.listeners();
		this.loop.execute(() -> {
			SessionState state = state();
			listeners.add(key, listener, (added) -> added.onStateChanged(state, state));
		});
		return () -> this.loop.execute(() -> listeners.remove(key));
	}

	/**
	 * Return the way to single nodes, anywhere below the connect string's chroot.
	 * @return the nodes
	 */
	public ZkNodes nodes() {
		return this.nodes;
	}

	/**
	 * Apply changes as one transaction, if and only if the guard's holder is the holder
	 * at that moment.
	 * @param guard the proof
	 * @param changes the changes; paths are those of the connect string's chroot
	 * @return how it ended; completes exceptionally never
	 * @throws IllegalArgumentException if the guard is of another client, or a change has
	 * a time to live
	 */
	public CompletionStage<CommitResult> commit(Guard guard, List<Op> changes) {
		if (!guard.belongsTo(this)) {
			throw new IllegalArgumentException("%s was given out by another client".formatted(guard));
		}
		return this.commits.commit(guard, changes);
	}

	/**
	 * Close the session. Whatever is held is released first, without waiting for work in
	 * flight.
	 * @return completes with {@code true} when the servers have confirmed, or could not
	 * be asked
	 */
	public CompletionStage<Boolean> closeAsync() {
		this.loop.execute(() -> {
			if (!this.closing) {
				this.closing = true;
				this.connection.close().thenRun(this::finish);
			}
		});
		return this.closed.stage();
	}

	/**
	 * End this client without ending its session, so that another one, in this process or
	 * another, goes on with it: {@link ZkClientOptions#withTicket}. Whatever is held is
	 * lost to this client before that, and listeners are told, without waiting for work
	 * in flight. Locks are released. A candidate keeps its place in an election for the
	 * participant that takes it over. Ephemeral nodes that the application has made
	 * itself stay.
	 * <p>
	 * Nobody leads where this client has led until the other one has come, or until the
	 * session expires because none has. While the servers are away this waits for them,
	 * or for the end of the session.
	 * @return completes with the ticket for the other client; with nothing if there is no
	 * session that can be handed over, or if this client is closed or about to be. In
	 * that case it is closed as by {@link #closeAsync()}
	 */
	public CompletionStage<Optional<SessionTicket>> detach() {
		Promise<Optional<SessionTicket>> ticket = new Promise<>(this.engine.listenerExecutor());
		this.loop.execute(() -> {
			if (this.closing) {
				ticket.keep(Optional.empty());
				return;
			}
			this.closing = true;
			this.connection.detach().thenAccept((left) -> {
				ticket.keep(left);
				finish();
			});
		});
		return ticket.stage();
	}

	private void finish() {
		this.loop.shutdown();
		this.closed.keep(true);
	}

	/**
	 * Close the session and wait for it, at most five seconds. Otherwise as
	 * {@link #closeAsync()}. A second call does nothing.
	 */
	@Override
	public void close() {
		try {
			closeAsync().toCompletableFuture().get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException ex) {
			logger.warn("The session was not closed within {}: it ends when it expires", CLOSE_TIMEOUT);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Closing can't fail", ex);
		}
	}

	Engine engine() {
		return this.engine;
	}

}
