package io.zkhelper.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One copy of the sample in a process of its own.
 */
final class SampleProcess implements AutoCloseable {

	private static final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private static final JsonMapper json = JsonMapper.builder().build();

	private final int port;

	private final Process process;

	private SampleProcess(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	/**
	 * Start a copy.
	 * @param port the port of its page
	 * @param output where its output goes
	 * @param arguments more arguments of the application
	 * @return the copy, which is not ready yet
	 * @throws IOException if there is no process to be had
	 */
	static SampleProcess start(int port, Path output, List<String> arguments) throws IOException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath,
						SampleApplication.class.getName(), "--server.port=" + port));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.redirectOutput(output.toFile());
		return new SampleProcess(port, builder.start());
	}

	int port() {
		return this.port;
	}

	/**
	 * Return what a path of the copy answers; missing when it does not answer with 200.
	 */
	JsonNode get(String path) {
		try {
			HttpResponse<String> answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
			return (answer.statusCode() == 200) ? json.readTree(answer.body()) : json.missingNode();
		}
		catch (IOException ex) {
			return json.missingNode();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	JsonNode election() {
		return get("/actuator/leader").path("elections").path("reports");
	}

	/** Return who leads in this copy's view, empty if nobody does. */
	String leader() {
		return election().path("leader").path("id").asString("");
	}

	String id() {
		return get("/api/reports").path("instance").asString("");
	}

	boolean leads() {
		return election().path("leading").asBoolean(false);
	}

	/** How often the copy has not run the job because another one leads. */
	double skipped() {
		return get("/actuator/metrics/zkhelper.executions?tag=outcome:skipped_other_leads").path("measurements")
			.path(0)
			.path("value")
			.asDouble(0);
	}

	String health() {
		return get("/actuator/health/zkhelper").path("status").asString("");
	}

	/** Ask the copy to resign; does not wait for the answer. */
	void resign() {
		HttpRequest post = request("/actuator/leader/reports").header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"action\": \"resign\"}"))
			.build();
		http.sendAsync(post, BodyHandlers.discarding());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(5));
	}

	/** Whether the copy is in the middle of a report. */
	boolean isWorking() {
		return get("/api/reports").path("working").asBoolean(false);
	}

	/** SIGSTOP: the copy stands still until it is thawed. */
	void freeze() {
		signal("STOP");
	}

	/** SIGCONT: the copy goes on where it was. */
	void thaw() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(this.process.pid())).inheritIO()
				.start();
			assertThat(kill.waitFor()).isZero();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** SIGTERM: the copy stops in an orderly way. */
	void terminate() {
		this.process.destroy();
	}

	/** SIGKILL: the copy is gone. */
	void kill() {
		this.process.destroyForcibly();
	}

	@Override
	public void close() {
		kill();
		this.process.onExit().join();
	}

}
