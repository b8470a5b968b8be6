package io.zkhelper.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.zkhelper.session.NodeException;
import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkNodes;

/**
 * A path with wildcards, by the rules of {@code path.Match} of Go: within a segment,
 * {@code *} stands for any characters or none, {@code ?} for any one, {@code [a-z_]} for
 * one of these and {@code [^a-z_]} for one of all others; {@code \} takes the special
 * meaning from the next character. No wildcard stands for {@code /}.
 * <p>
 * An instance is immutable. Whoever resolves patterns waits for the servers, with at most
 * 64 requests under way; this must not be done by a thread that the client needs for its
 * answers, as the only one of an executor for listeners. What comes or goes meanwhile may
 * be in the result or not. A request that the servers refuse ends it with a
 * {@link NodeException}.
 *
 * @since 1.0.0
 */
public final class ZkGlob {

	private final String pattern;

	private final List<GlobSegment> segments;

	private ZkGlob(String pattern, List<GlobSegment> segments) {
		this.pattern = pattern;
		this.segments = segments;
	}

	/**
	 * Read a pattern.
	 * @param pattern the pattern, a path with or without wildcards
	 * @return the pattern
	 * @throws IllegalArgumentException if its syntax is wrong, or no path fits it
	 */
	public static ZkGlob of(String pattern) {
		List<GlobSegment> segments = pattern.equals("/") ? List.of()
				: Arrays.stream(pattern.split("/", -1))
					.skip(1)
					.map((segment) -> new GlobParser(pattern, segment).parse())
					.toList();
		requirePath(pattern, segments);
		return new ZkGlob(pattern, segments);
	}

	private static void requirePath(String pattern, List<GlobSegment> segments) {
		if (!pattern.startsWith("/")) {
			throw new IllegalArgumentException("The pattern '%s' must begin with '/'".formatted(pattern));
		}
		Paths.require("pattern '%s', which means paths like".formatted(pattern), pathOf(segments));
	}

	private static String pathOf(List<GlobSegment> segments) {
		return segments.isEmpty() ? "/"
				: String.join("", segments.stream().map((segment) -> "/" + segment.example()).toList());
	}

	/**
	 * Return whether something is more than a path: whether it has a wildcard that is not
	 * escaped, or ends in an escape. Says nothing about its syntax.
	 * @param pattern the pattern
	 * @return {@code true} if it has
	 */
	public static boolean hasWildcard(String pattern) {
		for (int i = 0; i < pattern.length(); i++) {
			char character = pattern.charAt(i);
			if ("*?[".indexOf(character) >= 0 || (character == '\\' && ++i == pattern.length())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the paths that patterns stand for, as {@link #resolve(ZkNodes, List)} does,
	 * except that a pattern without wildcards too stands for nothing if there is no such
	 * node.
	 * @param nodes where to look
	 * @param patterns the patterns
	 * @return the paths of nodes
	 * @throws IllegalArgumentException if a pattern is not valid; then nothing was asked
	 * @throws InterruptedException if the thread was interrupted
	 */
	public static List<String> resolveExisting(ZkNodes nodes, List<String> patterns) throws InterruptedException {
		GlobWalk walk = new GlobWalk(nodes);
		List<String> paths = new ArrayList<>();
		for (ZkGlob glob : all(patterns)) {
			paths.addAll(walk.expand(glob.segments));
		}
		return List.copyOf(paths);
	}

	/**
	 * Return the paths that patterns stand for. A pattern without wildcards stands for
	 * itself, without its escapes, whether there is such a node or not; another one for
	 * the nodes that fit, none if there is no such parent.
	 * @param nodes where to look
	 * @param patterns the patterns
	 * @return the paths, in the order of the patterns and sorted for each of them; a path
	 * that fits several patterns is there several times
	 * @throws IllegalArgumentException if a pattern is not valid; then nothing was asked
	 * @throws InterruptedException if the thread was interrupted
	 */
	public static List<String> resolve(ZkNodes nodes, List<String> patterns) throws InterruptedException {
		GlobWalk walk = new GlobWalk(nodes);
		List<String> paths = new ArrayList<>();
		for (ZkGlob glob : all(patterns)) {
			paths.addAll(glob.isLiteral() ? List.of(pathOf(glob.segments)) : walk.expand(glob.segments));
		}
		return List.copyOf(paths);
	}

	private static List<ZkGlob> all(List<String> patterns) {
		return patterns.stream().map(ZkGlob::of).toList();
	}

	private boolean isLiteral() {
		return this.segments.stream().allMatch(GlobSegment::isLiteral);
	}

	/**
	 * Return whether a path fits.
	 * @param path the path
	 * @return {@code true} if it has as many segments, and each fits
	 */
	public boolean matches(String path) {
		List<String> names = path.equals("/") ? List.of() : Arrays.stream(path.split("/", -1)).skip(1).toList();
		if (!path.startsWith("/") || names.size() != this.segments.size()) {
			return false;
		}
		for (int i = 0; i < names.size(); i++) {
			if (!this.segments.get(i).matches(names.get(i))) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return this.pattern;
	}

}
