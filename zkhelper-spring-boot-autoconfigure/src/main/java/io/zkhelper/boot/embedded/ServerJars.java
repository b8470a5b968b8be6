package io.zkhelper.boot.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The jars that ZooKeeper's client does without and its server does not.
 */
final class ServerJars {

	private static final Map<String, String> COORDINATES_BY_CLASS = new LinkedHashMap<>();

	static {
		COORDINATES_BY_CLASS.put("com.codahale.metrics.Reservoir", "io.dropwizard.metrics:metrics-core");
		COORDINATES_BY_CLASS.put("org.xerial.snappy.SnappyInputStream", "org.xerial.snappy:snappy-java");
	}

	private ServerJars() {
	}

	static void require(@Nullable ClassLoader classLoader) {
		List<String> missing = COORDINATES_BY_CLASS.entrySet()
			.stream()
			.filter((entry) -> !ClassUtils.isPresent(entry.getKey(), classLoader))
			.map(Map.Entry::getValue)
			.toList();
		if (!missing.isEmpty()) {
			throw new EmbeddedServerUnavailableException(
					"The embedded ZooKeeper server needs jars that are not on the class path: "
							+ String.join(", ", missing),
					"Add " + missing.stream().map((jar) -> "'" + jar + "'").collect(Collectors.joining(" and "))
							+ " to the dependencies of the application (ZooKeeper 3.9 works with metrics-core 4.2.x and "
							+ "snappy-java 1.1.10.x), or set zkhelper.embedded.enabled=false.",
					null);
		}
	}

}
