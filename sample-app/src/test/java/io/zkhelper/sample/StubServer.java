package io.zkhelper.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Serves the page with answers that a test chooses.
 */
final class StubServer implements AutoCloseable {

	private static final Map<String, String> TYPES = Map.of("html", "text/html", "css", "text/css", "js",
			"text/javascript", "svg", "image/svg+xml");

	private final HttpServer server;

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	StubServer(int port) throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	String address() {
		return "http://127.0.0.1:" + port() + "/";
	}

	/** Answer from now on as a copy that sees this. */
	void shows(StubView view) {
		this.answers.put("/actuator/leader", view.leaderJson());
		this.answers.put("/api/reports", view.reportsJson());
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (exchange.getRequestMethod().equals("POST")) {
			exchange.sendResponseHeaders(405, -1);
		}
		else if (this.answers.containsKey(path)) {
			send(exchange, "application/json", this.answers.get(path).getBytes(StandardCharsets.UTF_8));
		}
		else {
			String file = path.equals("/") ? "/index.html" : path;
			send(exchange, TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "text/plain"), read(file));
		}
		exchange.close();
	}

	private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", type);
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
	}

	private static byte[] read(String file) {
		try (InputStream content = StubServer.class.getResourceAsStream("/static" + file)) {
			return (content != null) ? content.readAllBytes() : new byte[0];
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
