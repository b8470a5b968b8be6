package io.zkhelper.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * A server that begins to answer the first one who asks, and says no more.
 */
final class StallingServer implements AutoCloseable {

	private static final byte[] HEADERS = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"
		.getBytes(StandardCharsets.US_ASCII);

	private final ServerSocket server;

	private final CompletableFuture<Void> hungUp;

	StallingServer() {
		try {
			this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.hungUp = CompletableFuture.runAsync(this::serve, (task) -> new Thread(task, "stalling-server").start());
	}

	private void serve() {
		try (Socket socket = this.server.accept()) {
			socket.getOutputStream().write(HEADERS);
			socket.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI address() {
		return URI.create("http://localhost:" + this.server.getLocalPort() + "/actuator/znodes");
	}

	/**
	 * Completes when the one who asked has hung up.
	 */
	CompletableFuture<Void> hungUp() {
		return this.hungUp;
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
