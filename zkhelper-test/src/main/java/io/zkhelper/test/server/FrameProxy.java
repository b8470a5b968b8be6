package io.zkhelper.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A proxy on 127.0.0.1 in front of a ZooKeeper server, which reads the requests that pass
 * and lets a certain one meet with an accident. It knows where a request begins and ends,
 * what it asks for, and which answer belongs to it. Use one for each client, so that it
 * is clear whose request it is.
 * <p>
 * To break connections at any moment, whatever passes just then, use {@link TcpProxy}.
 * Connections with TLS can't be read.
 * <p>
 * Safe for use by many threads. Its own threads are daemons, and are gone after
 * {@link #close()}.
 *
 * @since 1.0.0
 */
public final class FrameProxy implements AutoCloseable {

	private final int serverPort;

	private final ServerSocket listening;

	private final Thread acceptor;

	private final RequestLog log = new RequestLog();

	private final AtomicInteger refusals = new AtomicInteger();

	private final Set<FrameConnection> connections = ConcurrentHashMap.newKeySet();

	private FrameProxy(int serverPort) throws IOException {
		this.serverPort = serverPort;
		this.listening = FreePorts.listen(0);
		this.acceptor = new Thread(this::accept, "frame-proxy-" + this.listening.getLocalPort());
		this.acceptor.setDaemon(true);
	}

	/**
	 * Start a proxy on a free port.
	 * @param serverPort the port on 127.0.0.1 to forward to
	 * @return the proxy
	 */
	public static FrameProxy to(int serverPort) {
		try {
			FrameProxy proxy = new FrameProxy(serverPort);
			proxy.acceptor.start();
			return proxy;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The proxy could not listen", ex);
		}
	}

	private void accept() {
		while (!this.listening.isClosed()) {
			try {
				welcome(this.listening.accept());
			}
			catch (IOException ex) {
				// Closed, and the loop ends; or a client that was gone at once
			}
		}
	}

	private void welcome(Socket client) throws IOException {
		if (this.refusals.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			client.setSoLinger(true, 0);
			client.close();
			return;
		}
		FrameConnection connection = new FrameConnection(client, this);
		this.connections.add(connection);
		connection.start(this.serverPort);
	}

	/**
	 * Return how clients find the server through this proxy. ZooKeeper's client rests for
	 * a second before it tries its only server again: name the proxy several times to see
	 * it back earlier.
	 * @return the connect string
	 */
	public String connectString() {
		return "127.0.0.1:" + port();
	}

	/**
	 * Return the port of the proxy.
	 * @return the port
	 */
	public int port() {
		return this.listening.getLocalPort();
	}

	/**
	 * Add a listener.
	 * @param listener is told of each request that comes, before it is passed on; must
	 * return soon
	 */
	public void onRequest(Consumer<RequestFrame> listener) {
		this.log.addListener(listener);
	}

	/**
	 * Let the next request of a certain kind meet with an accident, once.
	 * @param fault what happens
	 * @param which to which request; asked for each that comes, after the listeners
	 * @return completes with the request when it has happened
	 */
	public CompletionStage<RequestFrame> fail(FrameFault fault, Predicate<RequestFrame> which) {
		CompletableFuture<RequestFrame> happened = new CompletableFuture<>();
		this.log.arm(new ArmedFault(fault, which, happened));
		return happened;
	}

	/**
	 * Close all connections and stop listening. A second call does nothing.
	 */
	@Override
	public void close() {
		try {
			this.listening.close();
			this.acceptor.join();
			List<FrameConnection> open = List.copyOf(this.connections);
			open.forEach(FrameConnection::close);
			for (FrameConnection connection : open) {
				connection.join();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The proxy could not be closed", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	RequestLog log() {
		return this.log;
	}

	void refuseNext() {
		this.refusals.incrementAndGet();
	}

	void ended(FrameConnection connection) {
		this.connections.remove(connection);
	}

}
