package io.zkhelper.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.server.TcpProxy;

/**
 * A ZooKeeper server and the delaying proxy in front of it, in a process of their own, so
 * that neither shares a heap with who is measured. Prints {@code ready} with the port of
 * the proxy, answers each line with the requests that the server has had, and ends with
 * its standard input.
 */
final class ServerMain {

	/** How long everything takes each way. */
	static final Duration DELAY = Duration.ofNanos(500_000);

	private ServerMain() {
	}

	public static void main(String[] arguments) throws IOException {
		PrintStream output = System.out;
		System.setOut(System.err);
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.builder().tickTime(Duration.ofSeconds(2)).start();
				TcpProxy proxy = TcpProxy.to(server.port())) {
			proxy.delay(DELAY);
			output.println("ready " + server.port() + " " + proxy.port());
			while (input.readLine() != null) {
				output.println(new Requests(server.requests()));
			}
		}
	}

}
