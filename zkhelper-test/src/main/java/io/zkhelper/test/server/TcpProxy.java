package io.zkhelper.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A proxy on the loopback network in front of a server, which breaks the connection in
 * the ways in which networks do.
 * <p>
 * {@link #cut()} is noticed at once by both sides. {@link #silence()} is noticed only by
 * who waits too long: connections stay open and no byte passes. {@link #restore()} ends
 * either; connections that were silent go on, and get what was sent meanwhile, as TCP
 * would have it.
 * <p>
 * Safe for use by many threads. Its own threads are daemons, and are gone after
 * {@link #close()}.
 *
 * @since 1.0.0
 */
public final class TcpProxy implements AutoCloseable {

	private final InetSocketAddress address;

	private final InetSocketAddress server;

	private final Direction toServer = new Direction();

	private final Direction toClients = new Direction();

	private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

	private @Nullable ServerSocket listening;

	private @Nullable Thread acceptor;

	private TcpProxy(InetSocketAddress address, InetSocketAddress server) {
		this.address = address;
		this.server = server;
	}

	/**
	 * Start a proxy on a free port.
	 * @param serverPort the port on 127.0.0.1 to forward to; nobody need listen there yet
	 * @return the proxy
	 */
	public static TcpProxy to(int serverPort) {
		return between(FreePorts.loopback(new FreePorts().one()), FreePorts.loopback(serverPort));
	}

	/**
	 * Start a proxy between two addresses, other ones of the loopback network for
	 * example, where port and all of several servers are the same.
	 * @param address where to listen
	 * @param server where to forward to; nobody need listen there yet
	 * @return the proxy
	 */
	public static TcpProxy between(InetSocketAddress address, InetSocketAddress server) {
		TcpProxy proxy = new TcpProxy(address, server);
		proxy.listen();
		return proxy;
	}

	private void listen() {
		try {
			ServerSocket socket = FreePorts.listen(this.address);
			this.listening = socket;
			Thread thread = new Thread(() -> accept(socket), "tcp-proxy-" + this.address.getPort());
			thread.setDaemon(true);
			this.acceptor = thread;
			thread.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The proxy could not listen on " + this.address, ex);
		}
	}

	private void accept(ServerSocket socket) {
		while (!socket.isClosed()) {
			try {
				start(socket.accept(), socket);
			}
			catch (IOException ex) {
				// Closed by a cut, and the loop ends
			}
		}
	}

	private void start(Socket client, ServerSocket socket) {
		ProxiedConnection connection = new ProxiedConnection(client, this.connections::remove);
		this.connections.add(connection);
		connection.start(this.server, this.toServer, this.toClients);
		// A cut that came in between has not seen this connection
		if (socket.isClosed()) {
			connection.close();
		}
	}

	/**
	 * Return how clients find the server through this proxy.
	 * @return the connect string
	 */
	public String connectString() {
		return this.address.getHostString() + ":" + port();
	}

	/**
	 * Return the port of the proxy. Stays the same over cuts.
	 * @return the port
	 */
	public int port() {
		return this.address.getPort();
	}

	/**
	 * Return how many connections there are.
	 * @return the number of open connections
	 */
	public int connections() {
		return this.connections.size();
	}

	/**
	 * Reset all connections and refuse new ones, until {@link #restore()}. What was on
	 * its way is lost. A second call does nothing.
	 */
	public synchronized void cut() {
		if (this.listening != null && this.acceptor != null) {
			try {
				this.listening.close();
				this.acceptor.join();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The proxy could not be cut", ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.listening = null;
			dropConnections();
		}
	}

	/**
	 * Reset all connections and accept new ones.
	 */
	public void dropConnections() {
		List<ProxiedConnection> open = List.copyOf(this.connections);
		open.forEach(ProxiedConnection::close);
		try {
			for (ProxiedConnection connection : open) {
				connection.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Swallow everything both ways, until {@link #restore()}: new connections are
	 * accepted, and nobody is told.
	 */
	public void silence() {
		silenceToServer();
		silenceToClients();
	}

	/**
	 * Swallow what clients send; what the server sends still arrives.
	 */
	public void silenceToServer() {
		this.toServer.silence();
	}

	/**
	 * Swallow what the server sends; what clients send still arrives and is obeyed.
	 */
	public void silenceToClients() {
		this.toClients.silence();
	}

	/**
	 * Delay everything each way. What is on its way already keeps its delay.
	 * @param eachWay how long a byte takes, none by default
	 */
	public void delay(Duration eachWay) {
		this.toServer.delay(eachWay);
		this.toClients.delay(eachWay);
	}

	/**
	 * Forward again, after a cut or a silence.
	 */
	public synchronized void restore() {
		if (this.listening == null) {
			listen();
		}
		this.toServer.open();
		this.toClients.open();
	}

	/**
	 * Reset all connections and stop listening. A second call does nothing.
	 */
	@Override
	public void close() {
		cut();
	}

}
