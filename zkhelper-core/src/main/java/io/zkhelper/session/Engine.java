package io.zkhelper.session;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * What recipes need of a client and applications don't.
 *
 * @since 1.0.0
 */
public final class Engine {

	private final Connection connection;

	private final ZkClientOptions options;

	private final EventLoop loop;

	private final AclAudit audit;

	private final Chroot chroot;

	Engine(Connection connection, ZkClientOptions options, EventLoop loop) {
		this.connection = connection;
		this.options = options;
		this.loop = loop;
		this.audit = new AclAudit(options.security());
		this.chroot = new Chroot(options.chroot());
	}

	/**
	 * Return the engine behind a client.
	 * @param client the client
	 * @return the engine
	 */
	public static Engine of(ZkClient client) {
		return client.engine();
	}

	/**
	 * Return the one thread on which recipes decide, and the clocks.
	 * @return the event loop
	 */
	public EventLoop loop() {
		return this.loop;
	}

	/**
	 * Return what runs listeners.
	 * @return the executor
	 */
	public Executor listenerExecutor() {
		return this.options.listenerExecutor().orElseThrow();
	}

	/**
	 * Return how the client connects.
	 * @return the options
	 */
	public ZkClientOptions options() {
		return this.options;
	}

	/**
	 * Return the full path of something below the root.
	 * @param segments the rest of the path
	 * @return the path
	 */
	public String path(String... segments) {
		return this.options.base() + "/" + String.join("/", segments);
	}

	/**
	 * Return a user's path as the servers see it, below the connect string's chroot.
	 * @param own the user's path
	 * @return the full path
	 * @throws IllegalArgumentException if it is not a valid path
	 */
	public String full(String own) {
		return this.chroot.full(own);
	}

	/**
	 * Warn, once for each, of nodes that everybody may change although this client has
	 * credentials. For the event loop.
	 * @param session the session to read them in
	 * @param paths the nodes
	 */
	public void audit(Session session, List<String> paths) {
		this.audit.audit(session, paths);
	}

	/**
	 * Add a recipe, from any thread. Once the client is closing it is told nothing but
	 * {@link Recipe#onClosing()}.
	 * @param recipe the recipe
	 */
	public void add(Recipe recipe) {
		this.loop.execute(() -> this.connection.add(recipe));
	}

	/**
	 * Remove a recipe, from any thread: it is told of nothing more.
	 * @param recipe the recipe
	 */
	public void remove(Recipe recipe) {
		this.loop.execute(() -> this.connection.remove(recipe));
	}

}
