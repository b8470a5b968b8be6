package io.zkhelper.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link ZkClient} connects. Immutable; each {@code with…} method returns another
 * one.
 *
 * @since 1.0.0
 */
public final class ZkClientOptions {

	private final ConnectString connectString;

	private final String root;

	private final Timing timing;

	private final Security security;

	private final @Nullable Executor listenerExecutor;

	private final @Nullable SessionTicket ticket;

	private ZkClientOptions(ConnectString connectString, String root, Timing timing, Security security,
			@Nullable Executor listenerExecutor, @Nullable SessionTicket ticket) {
		this.connectString = connectString;
		this.root = root;
		this.timing = timing;
		this.security = security;
		this.listenerExecutor = listenerExecutor;
		this.ticket = ticket;
	}

	/**
	 * Return the defaults for an ensemble.
	 * @param connectString the servers, {@code host:port,host:port/chroot}; a host
	 * without a port means port 2181; names that can't be resolved yet are fine
	 * @return the options
	 * @throws IllegalArgumentException if the connect string is not of that form
	 */
	public static ZkClientOptions of(String connectString) {
		return new ZkClientOptions(ConnectString.parse(connectString), "/zkhelper", Timing.DEFAULT, Security.NONE, null,
				null);
	}

	/**
	 * Return these options with another root. Paths that are given as such, those of
	 * {@link ZkClient#nodes()} for instance, are not below it: to keep everything below
	 * one node, name it as the chroot of the connect string.
	 * @param root the node below which elections, locks and groups that have a name live,
	 * {@code /zkhelper} by default
	 * @return the other options
	 * @throws IllegalArgumentException if it is not a valid path, or is {@code /}
	 */
	public ZkClientOptions withRoot(String root) {
		Paths.requireRoot(root);
		return new ZkClientOptions(this.connectString, root, this.timing, this.security, this.listenerExecutor,
				this.ticket);
	}

	/**
	 * Return these options with another session timeout.
	 * @param sessionTimeout the session timeout to ask for, 12 s by default
	 * @return the other options
	 */
	public ZkClientOptions withSessionTimeout(Duration sessionTimeout) {
		return withTiming(this.timing.withSessionTimeout(sessionTimeout));
	}

	/**
	 * Return these options with other times.
	 * @param timing the times on which the lease rests
	 * @return the other options
	 */
	public ZkClientOptions withTiming(Timing timing) {
		return new ZkClientOptions(this.connectString, this.root, timing, this.security, this.listenerExecutor,
				this.ticket);
	}

	/**
	 * Return these options with other credentials and access control lists.
	 * @param security who the client is
	 * @return the other options
	 */
	public ZkClientOptions withSecurity(Security security) {
		return new ZkClientOptions(this.connectString, this.root, this.timing, security, this.listenerExecutor,
				this.ticket);
	}

	/**
	 * Return these options with another executor for listeners.
	 * @param listenerExecutor runs listeners and other user code, never shut down by the
	 * client; by default the client has daemon threads of its own
	 * @return the other options
	 */
	public ZkClientOptions withListenerExecutor(Executor listenerExecutor) {
		return new ZkClientOptions(this.connectString, this.root, this.timing, this.security, listenerExecutor,
				this.ticket);
	}

	/**
	 * Return these options for a client that goes on with the session of another one, see
	 * {@link ZkClient#detach()}. If that session is over by then, or if somebody has used
	 * the ticket before, the client says so in its log and opens a session of its own.
	 * @param ticket what the other client has handed over
	 * @return the other options, a secret as the ticket is
	 */
	public ZkClientOptions withTicket(SessionTicket ticket) {
		return with(ticket);
	}

	ZkClientOptions withoutTicket() {
		return with(null);
	}

	private ZkClientOptions with(@Nullable SessionTicket ticket) {
		return new ZkClientOptions(this.connectString, this.root, this.timing, this.security, this.listenerExecutor,
				ticket);
	}

	/**
	 * Return where the servers are.
	 * @return the connect string, normalised
	 */
	public String connectString() {
		return this.connectString.toString();
	}

	/**
	 * Return where the servers are, without a chroot.
	 * @return the servers as {@code host:port}, separated by commas
	 */
	public String servers() {
		return String.join(",", this.connectString.servers());
	}

	/**
	 * Return the path that the connect string ends with.
	 * @return the chroot, empty for none
	 */
	public String chroot() {
		return this.connectString.chroot();
	}

	/**
	 * Return the node below which everything lives, as the servers see it.
	 * @return chroot and root
	 */
	public String base() {
		return chroot() + this.root;
	}

	/**
	 * Return the node below which everything lives.
	 * @return the path
	 */
	public String root() {
		return this.root;
	}

	/**
	 * Return the session timeout to ask for.
	 * @return the session timeout
	 */
	public Duration sessionTimeout() {
		return this.timing.sessionTimeout();
	}

	/**
	 * Return the times on which the lease rests.
	 * @return the times
	 */
	public Timing timing() {
		return this.timing;
	}

	/**
	 * Return who the client is.
	 * @return the security
	 */
	public Security security() {
		return this.security;
	}

	/**
	 * Return the user's executor for listeners.
	 * @return the executor, empty when the client makes its own
	 */
	public Optional<Executor> listenerExecutor() {
		return Optional.ofNullable(this.listenerExecutor);
	}

	/**
	 * Return the ticket of the session to go on with.
	 * @return the ticket, empty for a session of its own
	 */
	public Optional<SessionTicket> ticket() {
		return Optional.ofNullable(this.ticket);
	}

}
