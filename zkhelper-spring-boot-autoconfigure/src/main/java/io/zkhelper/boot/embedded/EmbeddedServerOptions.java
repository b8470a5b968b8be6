package io.zkhelper.boot.embedded;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How an embedded server runs.
 *
 * @param directory where it keeps its data; copies that name the same one share a server
 * @param port where it listens on 127.0.0.1; the same for all copies
 * @param tickTime its unit of time; grants session timeouts of 2 to 20 of them
 * @since 1.0.0
 */
public record EmbeddedServerOptions(Path directory, int port, Duration tickTime) {

	/** The port of the configuration property's default. */
	public static final int DEFAULT_PORT = 21810;

	/** The tick time of ZooKeeper's sample configuration. */
	public static final Duration DEFAULT_TICK_TIME = Duration.ofSeconds(2);

	private static final int MAX_PORT = 65535;

	public EmbeddedServerOptions {
		if (port < 1 || port > MAX_PORT) {
			throw new IllegalArgumentException("'port' must be from 1 to %d but was %d".formatted(MAX_PORT, port));
		}
		if (tickTime.toMillis() < 1) {
			throw new IllegalArgumentException("'tickTime' must be at least 1ms but was " + tickTime);
		}
	}

	/**
	 * Return the directory for the copies of one application that one user runs on one
	 * machine.
	 * @param application the name of the application
	 * @return a path below the directory for temporary files
	 */
	public static Path defaultDirectory(String application) {
		return Path.of(System.getProperty("java.io.tmpdir"), "zkhelper-" + segment(System.getProperty("user.name")),
				segment(application));
	}

	// One path segment that neither leads elsewhere nor is hidden
	private static String segment(String name) {
		String segment = name.strip().replaceAll("[^\\w.-]", "_").replaceAll("^\\.+", "_");
		return segment.isEmpty() ? "application" : segment;
	}

}
