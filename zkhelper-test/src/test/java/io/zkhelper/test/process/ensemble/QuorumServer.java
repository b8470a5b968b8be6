package io.zkhelper.test.process.ensemble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.zkhelper.test.process.JavaProcess;
import io.zkhelper.test.process.Ports;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * One server of an ensemble in a process of its own.
 */
final class QuorumServer implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 2_000;

	private final int number;

	private final Path directory;

	private final int clientPort = Ports.free();

	private JavaProcess process;

	private int lives;

	QuorumServer(int number, Path parent, String ensemble) {
		this.number = number;
		this.directory = parent.resolve("server" + number);
		try {
			Files.createDirectories(this.directory);
			Files.writeString(this.directory.resolve("myid"), Integer.toString(number));
			Files.writeString(this.directory.resolve("hosts"), Addresses.hostsOf(number));
			Files.writeString(configuration(), ensemble + "dataDir=" + this.directory + "\nclientPortAddress=127.0.0.1"
					+ "\nclientPort=" + this.clientPort + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path configuration() {
		return this.directory.resolve("zoo.cfg");
	}

	int clientPort() {
		return this.clientPort;
	}

	void start() {
		this.process = JavaProcess.start("server%d-%d".formatted(this.number, ++this.lives), this.directory,
				QuorumServerMain.class, List.of(configuration().toString()),
				"-Djdk.net.hosts.file=" + this.directory.resolve("hosts"),
				// No machine crashes here: what a killed process has written is there
				"-Dzookeeper.forceSync=no", "-Dzookeeper.preAllocSize=1024");
	}

	void send(String signal) {
		this.process.send(signal);
	}

	void end(String signal) {
		this.process.send(signal);
		this.process.awaitEnd(Duration.ofSeconds(60));
	}

	/**
	 * What it says of itself, empty when it says nothing.
	 */
	String mode() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.clientPort), TIMEOUT_MILLIS);
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write("srvr".getBytes(US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
			return answer.lines()
				.filter((line) -> line.startsWith("Mode: "))
				.map((line) -> line.substring("Mode: ".length()))
				.findFirst()
				.orElse("");
		}
		catch (IOException ex) {
			return "";
		}
	}

	String log() {
		return this.process.log();
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.close();
		}
	}

}
