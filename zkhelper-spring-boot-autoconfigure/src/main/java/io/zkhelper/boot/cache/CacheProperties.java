package io.zkhelper.boot.cache;

import java.time.Duration;
import java.util.List;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.cache.CacheOptions;
import io.zkhelper.session.Paths;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the read cache.
 *
 * @param paths Nodes that the endpoint 'znodes' shows, together with all below them, such
 * as '/config'. Required where the endpoint is enabled.
 * @param maxPaths How many nodes one request to the endpoint may ask for.
 * @param resolveLocal Whether the endpoint answers for '/zk/local', which is the cell of
 * the server and perhaps not that of who asks.
 * @param maxEntries How many answers are remembered; the data and the children of a node
 * are two.
 * @param refreshAfter Age at which an answer is read anew, although no change was
 * reported.
 * @param maxStaleness How long an answer may be stale and still be given. By default as
 * long as it takes.
 */
@ConfigurationProperties("zkhelper.cache")
record CacheProperties(@DefaultValue List<String> paths, @DefaultValue("100") int maxPaths,
		@DefaultValue("false") boolean resolveLocal, @DefaultValue("10000") int maxEntries,
		@DefaultValue("10m") Duration refreshAfter, @Nullable Duration maxStaleness) {

	CacheProperties {
		paths = List.copyOf(paths);
		paths.forEach(CacheProperties::requirePath);
		requirePositive("max-paths", maxPaths);
		requirePositive("max-entries", maxEntries);
		if (refreshAfter.isNegative() || refreshAfter.isZero()) {
			throw new InvalidPropertyException("zkhelper.cache.refresh-after", refreshAfter, "it must be positive",
					"Set it to a positive duration such as '10m'.");
		}
		if (maxStaleness != null && maxStaleness.isNegative()) {
			throw new InvalidPropertyException("zkhelper.cache.max-staleness", maxStaleness, "it must not be negative",
					"Set it to a duration such as '1h', or leave it out.");
		}
	}

	private static void requirePath(String path) {
		try {
			Paths.require("path", path);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException("zkhelper.cache.paths", path, String.valueOf(ex.getMessage()),
					"Name a node, such as '/config': it is shown with all nodes below it.");
		}
	}

	private static void requirePositive(String name, int value) {
		if (value < 1) {
			throw new InvalidPropertyException("zkhelper.cache." + name, value, "it must be at least 1",
					"Set it to a positive number.");
		}
	}

	CacheOptions options() {
		return CacheOptions.DEFAULT.withMaxEntries(this.maxEntries)
			.withRefreshAfter(this.refreshAfter)
			.withMaxStaleness(this.maxStaleness);
	}

	void requirePaths() {
		if (this.paths.isEmpty()) {
			throw new InvalidPropertyException("zkhelper.cache.paths", "",
					"the endpoint 'znodes' shows what is in nodes, and nothing says in which",
					"List the nodes that others may read, such as '/config', or remove 'management.endpoint.znodes.access'; access to all endpoints by 'management.endpoints.access.default' needs no list.");
		}
	}

}
