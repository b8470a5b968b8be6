package io.zkhelper.presence;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Engine;
import io.zkhelper.session.Promise;
import io.zkhelper.session.ZkClient;

/**
 * One ephemeral node that stands for this instance: created when there is a server, and
 * again in each new session, until it is closed.
 * <p>
 * It is no lock. Others see the node up to a session timeout after this process has died
 * or lost its connection, anybody with the right to do so can delete it, and
 * {@link #isRegistered()} says what the servers have told last.
 * <p>
 * Safe for use by many threads.
 *
 * @since 1.0.0
 */
public final class Presence implements AutoCloseable {

	private final PresenceSpec spec;

	private final Engine engine;

	private final Standing standing;

	private final Registration registration;

	private final Promise<PresenceView> left;

	private final AtomicBoolean started = new AtomicBoolean();

	Presence(ZkClient client, PresenceSpec spec, byte[] data) {
		this.spec = spec;
		this.engine = Engine.of(client);
		this.standing = new Standing(spec.path(), this.engine.loop(), this.engine.listenerExecutor());
		this.left = new Promise<>(this.engine.listenerExecutor());
		this.registration = new Registration(this.engine, spec, this.standing, data);
		this.registration.whenOver(() -> this.left.keep(view()));
	}

	/**
	 * Describe a presence.
	 * @param client the client whose sessions own the node
	 * @param path the node, below the connect string's chroot; missing parents are made,
	 * the last one as a container
	 * @return a builder
	 * @throws IllegalArgumentException if it is not a valid path
	 */
	public static PresenceBuilder builder(ZkClient client, String path) {
		return new PresenceBuilder(client, path);
	}

	/**
	 * Return where the node is.
	 * @return the path
	 */
	public String path() {
		return this.spec.path();
	}

	/**
	 * Begin to register. Returns at once. A second call does nothing.
	 * @throws IllegalStateException if the client has another presence of this path
	 */
	public void start() {
		if (this.started.compareAndSet(false, true)) {
			try {
				this.registration.open();
			}
			catch (IllegalStateException ex) {
				this.started.set(false);
				throw ex;
			}
		}
	}

	/**
	 * Return how it stands, from memory.
	 * @return the view
	 */
	public PresenceView view() {
		return this.standing.view();
	}

	/**
	 * Return whether the node is there, as far as the servers have told: from memory.
	 * @return {@code true} if it is, and there is a connection
	 */
	public boolean isRegistered() {
		return this.standing.state() == PresenceState.REGISTERED;
	}

	/**
	 * Wait for the node.
	 * @param timeout how long to wait; zero to look once
	 * @return whether it is there; {@code false} after the timeout, and at once after a
	 * failure or a close
	 * @throws InterruptedException if the thread was interrupted
	 */
	public boolean awaitRegistered(Duration timeout) throws InterruptedException {
		return this.standing.awaitRegistered(timeout);
	}

	/**
	 * Replace the data of the node. Returns at once; they are written as soon as there is
	 * a server and the node is there, and of several the last ones.
	 * @param data the new content
	 * @throws IllegalArgumentException if they have over 4096 bytes
	 */
	public void update(byte[] data) {
		byte[] copy = PresenceBuilder.requireFits(data);
		this.engine.loop().execute(() -> this.registration.update(copy));
	}

	/**
	 * Add a listener.
	 * @param listener the listener
	 * @return removes the listener
	 */
	public Cancellable addListener(PresenceListener listener) {
		Object key = new Object();
		this.engine.loop().execute(() -> this.standing.add(key, listener));
		return () -> this.engine.loop().execute(() -> this.standing.remove(key));
	}

	/**
	 * Delete the node and be over. The deletion is tried until it is done, or the session
	 * that owns the node is over, and never deletes what another session owns.
	 * @return completes when the node has gone
	 */
	public CompletionStage<PresenceView> leave() {
		this.engine.loop().execute(this.registration::leave);
		return this.left.stage();
	}

	/**
	 * Do something as soon as it is over, on the event loop or here.
	 */
	void whenOver(Runnable task) {
		this.registration.whenOver(task);
	}

	/**
	 * As {@link #leave()}, without waiting: the node goes in the background. A second
	 * call does nothing.
	 */
	@Override
	public void close() {
		leave();
	}

}
