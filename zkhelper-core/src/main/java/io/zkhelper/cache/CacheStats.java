package io.zkhelper.cache;

/**
 * What a cache has done so far. The numbers are read one after the other, while others go
 * on counting.
 *
 * @param reads answers that were asked for
 * @param hits answers that were given from memory
 * @param staleReads answers that were given although they were stale
 * @param notFound answers that there is no node
 * @param errors answers that could not be given
 * @param serverReads reads that were sent to the servers, those to refresh included
 * @param entries how many answers are remembered at the moment
 * @since 1.0.0
 */
public record CacheStats(long reads, long hits, long staleReads, long notFound, long errors, long serverReads,
		int entries) {
}
