package io.zkhelper.test.server;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a server is started with.
 */
record ServerSettings(int port, @Nullable Path dataDirectory, Duration tickTime, Duration minSessionTimeout,
		Duration maxSessionTimeout, Duration containerInterval) {

	static final ServerSettings DEFAULT = new ServerSettings(0, null, Duration.ofMillis(200), Duration.ofMillis(400),
			Duration.ofMinutes(1), Duration.ofMinutes(1));

	ServerSettings {
		if (port < 0 || port > 65_535) {
			throw new IllegalArgumentException("'port' must be from 0 to 65535 but was " + port);
		}
		requireMillis("tickTime", tickTime);
		requireMillis("minSessionTimeout", minSessionTimeout);
		requireMillis("containerInterval", containerInterval);
		if (maxSessionTimeout.compareTo(minSessionTimeout) < 0) {
			throw new IllegalArgumentException("'maxSessionTimeout' must be at least %s but was %s"
				.formatted(minSessionTimeout, maxSessionTimeout));
		}
	}

	private static void requireMillis(String name, Duration value) {
		if (value.toMillis() < 1) {
			throw new IllegalArgumentException("'%s' must be at least 1ms but was %s".formatted(name, value));
		}
	}

	ServerSettings withPort(int port) {
		return new ServerSettings(port, this.dataDirectory, this.tickTime, this.minSessionTimeout,
				this.maxSessionTimeout, this.containerInterval);
	}

	ServerSettings withDataDirectory(Path dataDirectory) {
		return new ServerSettings(this.port, dataDirectory, this.tickTime, this.minSessionTimeout,
				this.maxSessionTimeout, this.containerInterval);
	}

	ServerSettings withTickTime(Duration tickTime) {
		return new ServerSettings(this.port, this.dataDirectory, tickTime, tickTime.multipliedBy(2),
				this.maxSessionTimeout, this.containerInterval);
	}

	ServerSettings withSessionTimeouts(Duration min, Duration max) {
		return new ServerSettings(this.port, this.dataDirectory, this.tickTime, min, max, this.containerInterval);
	}

	ServerSettings withContainerInterval(Duration interval) {
		return new ServerSettings(this.port, this.dataDirectory, this.tickTime, this.minSessionTimeout,
				this.maxSessionTimeout, interval);
	}

}
