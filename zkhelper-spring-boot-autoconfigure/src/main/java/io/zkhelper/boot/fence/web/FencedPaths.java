package io.zkhelper.boot.fence.web;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which requests have their tokens checked.
 *
 * @param checked paths where a token is checked if there is one
 * @param required paths where there must be one
 * @since 1.0.0
 */
public record FencedPaths(List<PathPattern> checked, List<PathPattern> required) {

	/**
	 * Read patterns, in the form of Spring MVC.
	 * @param checked paths where a token is checked if there is one
	 * @param required paths where there must be one
	 * @return the paths
	 * @throws IllegalArgumentException if one is no pattern of a path
	 */
	public static FencedPaths of(List<String> checked, List<String> required) {
		return new FencedPaths(checked.stream().map(FencedPaths::parse).toList(),
				required.stream().map(FencedPaths::parse).toList());
	}

	private static PathPattern parse(String pattern) {
		if (!pattern.startsWith("/")) {
			throw new IllegalArgumentException("'%s' does not begin with '/'".formatted(pattern));
		}
		return PathPatternParser.defaultInstance.parse(pattern);
	}

	boolean covers(PathContainer path) {
		return Stream.concat(this.checked.stream(), this.required.stream())
			.anyMatch((pattern) -> pattern.matches(path));
	}

	boolean require(PathContainer path) {
		return this.required.stream().anyMatch((pattern) -> pattern.matches(path));
	}

}
