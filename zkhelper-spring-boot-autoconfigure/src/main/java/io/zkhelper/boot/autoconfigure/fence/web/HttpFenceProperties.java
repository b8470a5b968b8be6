package io.zkhelper.boot.autoconfigure.fence.web;

import java.util.List;
import java.util.Locale;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.fence.web.FencedPaths;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of fencing tokens in requests.
 *
 * @param paths Patterns of paths where a fencing token is checked if there is one, such
 * as '/reports/**'.
 * @param requiredPaths Patterns of paths where requests that change something must have a
 * fencing token.
 * @param storage Where the newest tokens are remembered.
 * @since 1.0.0
 */
@ConfigurationProperties("zkhelper.fence.http")
public record HttpFenceProperties(@DefaultValue List<String> paths, @DefaultValue List<String> requiredPaths,
		@DefaultValue("memory") Storage storage) {

	public HttpFenceProperties {
		paths.forEach((pattern) -> check("zkhelper.fence.http.paths", pattern));
		requiredPaths.forEach((pattern) -> check("zkhelper.fence.http.required-paths", pattern));
	}

	private static void check(String property, String pattern) {
		try {
			FencedPaths.of(List.of(pattern), List.of());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(property, pattern, String.valueOf(ex.getMessage()),
					"Write patterns as in Spring MVC, such as '/reports/**' or '/reports/{id}'.");
		}
	}

	FencedPaths fencedPaths() {
		return FencedPaths.of(this.paths, this.requiredPaths);
	}

	/**
	 * Where the newest tokens are remembered.
	 */
	public enum Storage {

		/** In this process, until it ends. */
		MEMORY,

		/** In the database, as the fence there does. */
		JDBC;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
