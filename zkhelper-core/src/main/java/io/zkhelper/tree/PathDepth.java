package io.zkhelper.tree;

import io.zkhelper.session.Paths;

/**
 * How many segments a path has.
 */
final class PathDepth {

	static final int MAX = 64;

	private PathDepth() {
	}

	/**
	 * Refuse what is not a path, or a path of a depth that only a mistake has.
	 */
	static void require(String path, boolean sequential) {
		Paths.require("path", path, sequential);
		if (of(path) > MAX) {
			throw new IllegalArgumentException("The path '%s…' must not have over %d segments but has %d"
				.formatted(path.substring(0, Math.min(40, path.length())), MAX, of(path)));
		}
	}

	static long of(String path) {
		return path.equals("/") ? 0 : path.chars().filter((character) -> character == '/').count();
	}

}
