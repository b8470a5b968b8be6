package io.zkhelper.boot.cache;

import io.zkhelper.cache.NodeCache;

/**
 * Is told of each cache that the application has; for meters.
 *
 * @since 1.0.0
 */
public interface NodeCacheListener {

	/**
	 * There is another cache.
	 * @param cell the cell whose nodes it remembers, {@code default} for the
	 * application's own ensemble
	 * @param cache the cache
	 */
	void onCreated(String cell, NodeCache cache);

}
