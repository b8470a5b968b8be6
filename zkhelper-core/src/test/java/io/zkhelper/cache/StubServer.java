package io.zkhelper.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;

/**
 * A server that answers everything the same way.
 */
final class StubServer implements AutoCloseable {

	private final HttpServer server;

	private final List<String> queries = new CopyOnWriteArrayList<>();

	StubServer(int status, String body) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		this.server.createContext("/", (exchange) -> {
			this.queries.add(exchange.getRequestURI().getRawQuery());
			exchange.sendResponseHeaders(status, bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		this.server.start();
	}

	URI address() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort() + "/actuator/znodes");
	}

	List<String> queries() {
		return this.queries;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
