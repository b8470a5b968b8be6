package io.zkhelper.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

import org.apache.zookeeper.Op;

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

	private ZkClient() {
	}

	/**
	 * Connect. Returns at once, and never fails because the servers are away or their
	 * names unknown: that is retried for ever.
	 * @param options how to connect
	 * @return the client
	 */
	public static ZkClient connect(ZkClientOptions options) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Connect through other ports, for tests and simulations.
	 * @param options how to connect; the connect string is the ensemble's business
	 * @param ensemble opens handles
	 * @param loop the thread and the clocks; shut down by {@link #close()}
	 * @return the client
	 */
	public static ZkClient connect(ZkClientOptions options, Ensemble ensemble, EventLoop loop) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return where the connection stands.
	 * @return the state
	 */
	public SessionState state() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Return what the client knows about its connection, from memory.
	 * @return the view
	 */
	public SessionView view() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Wait for a connection.
	 * @param timeout how long to wait; zero to look once
	 * @return whether there is one
	 * @throws InterruptedException if the thread was interrupted
	 */
	public boolean awaitConnected(Duration timeout) throws InterruptedException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Add a listener.
	 * @param listener the listener
	 * @return removes the listener
	 */
	public Cancellable addListener(SessionListener listener) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Apply changes as one transaction, if and only if the guard's holder is the holder
	 * at that moment.
	 * @param guard the proof
	 * @param changes the changes, with full paths
	 * @return how it ended; completes exceptionally never
	 */
	public CompletionStage<CommitResult> commit(Guard guard, List<Op> changes) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Close the session and wait for it, at most five seconds. Whatever is held is
	 * released first. A second call does nothing.
	 */
	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

}
