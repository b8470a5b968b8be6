package io.zkhelper.boot.cache;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.zkhelper.cache.CacheOptions;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.ZkClient;

/**
 * The caches of an application: one for each ensemble that it reads from, made when it is
 * first read from.
 *
 * @since 1.0.0
 */
public final class NodeCaches implements AutoCloseable {

	private final CacheOptions options;

	private final List<NodeCacheListener> listeners;

	private final Map<ZkClient, NodeCache> caches = new ConcurrentHashMap<>();

	/**
	 * Create no cache yet.
	 * @param options how they remember
	 * @param listeners are told of each
	 */
	public NodeCaches(CacheOptions options, List<NodeCacheListener> listeners) {
		this.options = options;
		this.listeners = List.copyOf(listeners);
	}

	/**
	 * Return the cache of an ensemble.
	 * @param cell the cell that it serves, {@code default} for the application's own
	 * @param client the connection to it
	 * @return the cache, always the same one for a connection
	 */
	public NodeCache of(String cell, ZkClient client) {
		return this.caches.computeIfAbsent(client, (key) -> create(cell, key));
	}

	private NodeCache create(String cell, ZkClient client) {
		NodeCache cache = NodeCache.on(client, this.options);
		this.listeners.forEach((listener) -> listener.onCreated(cell, cache));
		return cache;
	}

	@Override
	public void close() {
		this.caches.values().forEach(NodeCache::close);
	}

}
