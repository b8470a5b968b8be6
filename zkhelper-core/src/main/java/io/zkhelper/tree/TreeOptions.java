package io.zkhelper.tree;

import java.util.Optional;

import io.zkhelper.session.Paths;

/**
 * What holds for everything that is done with a {@link ZkTree}.
 *
 * @param attempts how often something is tried that others spoil by being faster
 * @param requiredPrefix the path that everything which is written has to be below, or be;
 * empty for none
 * @since 1.0.0
 */
public record TreeOptions(int attempts, Optional<String> requiredPrefix) {

	/** Fifty attempts, which take about nine seconds, and no required prefix. */
	public static final TreeOptions DEFAULT = new TreeOptions(50, Optional.empty());

	public TreeOptions {
		if (attempts < 1) {
			throw new IllegalArgumentException("'attempts' must be at least 1 but was " + attempts);
		}
		requiredPrefix.ifPresent((prefix) -> Paths.require("required prefix", prefix));
	}

	/**
	 * Return these options with another number of attempts.
	 * @param attempts the number; the pauses between them grow from 10 ms to 250 ms
	 * @return the other options
	 */
	public TreeOptions withAttempts(int attempts) {
		return new TreeOptions(attempts, this.requiredPrefix);
	}

	/**
	 * Return these options with a required prefix, so that a slip of the pen does not
	 * write anywhere else.
	 * @param prefix the path, {@code /zk} for example
	 * @return the other options
	 */
	public TreeOptions withRequiredPrefix(String prefix) {
		return new TreeOptions(this.attempts, Optional.of(prefix));
	}

	/**
	 * Refuse a path that must not be written.
	 */
	void requireWritable(String path, boolean sequential) {
		PathDepth.require(path, sequential);
		this.requiredPrefix.filter((prefix) -> !isWithin(prefix, path)).ifPresent((prefix) -> {
			throw new IllegalArgumentException(
					"The path '%s' is not within '%s', where all that this tree writes has to be: correct the path, or the option 'requiredPrefix'"
						.formatted(path, prefix));
		});
	}

	private static boolean isWithin(String prefix, String path) {
		return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
	}

}
