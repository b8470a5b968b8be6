package io.zkhelper.fence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A PostgreSQL server of a test, from Debian's packages.
 */
final class PostgresServer implements AutoCloseable {

	static final Path HOME = Path.of("/usr/lib/postgresql");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final String url;

	private final Process process;

	private PostgresServer(int port, Process process) {
		this.url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=test".formatted(port);
		this.process = process;
	}

	/** Find the directory of the programs. */
	static Optional<Path> programs() {
		if (!Files.isDirectory(HOME)) {
			return Optional.empty();
		}
		try (Stream<Path> versions = Files.list(HOME)) {
			return versions.map((version) -> version.resolve("bin"))
				.filter((bin) -> Files.isExecutable(bin.resolve("initdb")))
				.findFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static PostgresServer start(Path directory) throws IOException, InterruptedException {
		Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
		Path data = directory.resolve("data");
		Process init = run("initdb", "--auth=trust", "--username=test", "--no-sync", "--pgdata=" + data);
		assertThat(init.waitFor()).isZero();
		int port = freePort();
		PostgresServer server = new PostgresServer(port, run("postgres", "-D", data.toString(), "-p",
				String.valueOf(port), "-h", "127.0.0.1", "-k", directory.toString(), "-F"));
		await("PostgreSQL answers").atMost(PATIENCE).ignoreExceptions().until(server::answers);
		return server;
	}

	// It refuses to be run by root
	private static Process run(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (System.getProperty("user.name").equals("root")) {
			command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
		}
		command.add(programs().orElseThrow().resolve(program).toString());
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.directory(Path.of("/").toFile())
			.start();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private boolean answers() throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url)) {
			return connection.isValid(1);
		}
	}

	String url() {
		return this.url;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
