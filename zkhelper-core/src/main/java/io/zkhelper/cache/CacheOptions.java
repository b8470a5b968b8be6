package io.zkhelper.cache;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link NodeCache} remembers.
 *
 * @param maxEntries how many answers are remembered; the data and the children of a node
 * are two. The one that was not asked for the longest makes room for another one
 * @param refreshAfter the age at which an answer is read anew, although no change was
 * reported
 * @param refreshLimit how many answers are read anew at the same time
 * @param maxStaleness how long an answer may be stale and still be given; {@code null}
 * for as long as it takes
 * @since 1.0.0
 */
public record CacheOptions(int maxEntries, Duration refreshAfter, int refreshLimit, @Nullable Duration maxStaleness) {

	/** The defaults: 10,000 answers, ten minutes, ten at a time, stale ones for ever. */
	public static final CacheOptions DEFAULT = new CacheOptions(10_000, Duration.ofMinutes(10), 10, null);

	public CacheOptions {
		requirePositive("maxEntries", maxEntries);
		requirePositive("refreshLimit", refreshLimit);
		if (refreshAfter.isNegative() || refreshAfter.isZero()) {
			throw new IllegalArgumentException("'refreshAfter' must be positive but was " + refreshAfter);
		}
		if (maxStaleness != null && maxStaleness.isNegative()) {
			throw new IllegalArgumentException("'maxStaleness' must not be negative but was " + maxStaleness);
		}
	}

	private static void requirePositive(String name, int value) {
		if (value < 1) {
			throw new IllegalArgumentException("'%s' must be at least 1 but was %d".formatted(name, value));
		}
	}

	/**
	 * Return these options with another bound.
	 * @param maxEntries how many answers are remembered
	 * @return the other options
	 */
	public CacheOptions withMaxEntries(int maxEntries) {
		return new CacheOptions(maxEntries, this.refreshAfter, this.refreshLimit, this.maxStaleness);
	}

	/**
	 * Return these options with another age.
	 * @param refreshAfter the age at which an answer is read anew
	 * @return the other options
	 */
	public CacheOptions withRefreshAfter(Duration refreshAfter) {
		return new CacheOptions(this.maxEntries, refreshAfter, this.refreshLimit, this.maxStaleness);
	}

	/**
	 * Return these options with another limit.
	 * @param refreshLimit how many answers are read anew at the same time
	 * @return the other options
	 */
	public CacheOptions withRefreshLimit(int refreshLimit) {
		return new CacheOptions(this.maxEntries, this.refreshAfter, refreshLimit, this.maxStaleness);
	}

	/**
	 * Return these options with another bound of staleness.
	 * @param maxStaleness how long an answer may be stale and still be given; zero for
	 * never, {@code null} for as long as it takes
	 * @return the other options
	 */
	public CacheOptions withMaxStaleness(@Nullable Duration maxStaleness) {
		return new CacheOptions(this.maxEntries, this.refreshAfter, this.refreshLimit, maxStaleness);
	}

}
