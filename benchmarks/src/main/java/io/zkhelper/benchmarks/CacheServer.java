package io.zkhelper.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server of a cache with one cell, in its own process, see {@link CacheServerMain}.
 */
final class CacheServer implements AutoCloseable {

	/** What it serves is below this. */
	static final String TOP = "/zk";

	private static final Pattern VALUE = Pattern.compile("\"value\":([^,}]+)");

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newHttpClient();

	private final JavaProcess process;

	private final String address;

	/**
	 * Start it.
	 * @param connectString the servers of the cell, and of the application itself
	 * @param cell the name of the cell
	 */
	CacheServer(String connectString, String cell) {
		this.process = JavaProcess.start(CacheServerMain.class, "--server.address=127.0.0.1", "--server.port=0",
				"--spring.main.banner-mode=off", "--zkhelper.connect-string=" + connectString,
				"--zkhelper.cells.connect-strings." + cell + "=" + connectString, "--zkhelper.cache.paths=" + TOP,
				"--management.endpoint.znodes.access=read-only",
				"--management.endpoints.web.exposure.include=znodes,metrics");
		this.address = "http://127.0.0.1:" + this.process.hear() + "/actuator/";
	}

	URI znodes() {
		return URI.create(this.address + "znodes");
	}

	/**
	 * Read a meter as who watches the server would.
	 * @param meter its name
	 * @param query the tag to look at, as {@code ?tag=…}; empty for the sum of all
	 * @return its value
	 */
	long meter(String meter, String query) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + "metrics/" + meter + query))
			.timeout(TIMEOUT)
			.build();
		HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
		Matcher value = VALUE.matcher(response.body());
		if (response.statusCode() != 200 || !value.find()) {
			throw new IllegalStateException("Meter '%s' can't be read: status %d, %s".formatted(request.uri(),
					response.statusCode(), response.body()));
		}
		return (long) Double.parseDouble(value.group(1));
	}

	@Override
	public void close() {
		this.process.close();
	}

}
