package io.zkhelper.boot.metrics;

import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.zkhelper.boot.cache.NodeCacheListener;
import io.zkhelper.cache.CacheStats;
import io.zkhelper.cache.NodeCache;

/**
 * Meters of read caches, from the moment there is one.
 *
 * @since 1.0.0
 */
public class CacheMetrics implements NodeCacheListener {

	private final MeterRegistry registry;

	/**
	 * Create the meters.
	 * @param registry keeps them
	 */
	public CacheMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onCreated(String cell, NodeCache cache) {
		count(cell, cache, "reads", CacheStats::reads, "Answers that were asked for");
		count(cell, cache, "hits", CacheStats::hits, "Answers that were given from memory");
		count(cell, cache, "stale.reads", CacheStats::staleReads, "Answers that were given although they were stale");
		count(cell, cache, "not.found", CacheStats::notFound, "Answers that there is no node");
		count(cell, cache, "errors", CacheStats::errors, "Answers that could not be given");
		count(cell, cache, "server.reads", CacheStats::serverReads,
				"Reads that were sent to the servers, those to refresh included");
		Gauge.builder("zkhelper.cache.entries", cache, (of) -> of.stats().entries())
			.description("How many answers are remembered")
			.tag("cell", cell)
			.register(this.registry);
	}

	private void count(String cell, NodeCache cache, String name, ToLongFunction<CacheStats> figure, String what) {
		FunctionCounter.builder("zkhelper.cache." + name, cache, (of) -> figure.applyAsLong(of.stats()))
			.description(what)
			.tag("cell", cell)
			.register(this.registry);
	}

}
