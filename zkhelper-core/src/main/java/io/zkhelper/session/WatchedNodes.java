package io.zkhelper.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.zookeeper.Watcher.WatcherType;

/**
 * How many watches a session has on each node. The servers keep one for all of them, and
 * drop it only when they are told that there is none any more.
 */
final class WatchedNodes {

	private final Map<Key, Integer> counts = new ConcurrentHashMap<>();

	void add(String path, WatcherType type) {
		this.counts.merge(new Key(path, type), 1, Integer::sum);
	}

	/**
	 * One watch less.
	 * @return whether it was the last one
	 */
	boolean remove(String path, WatcherType type) {
		return this.counts.computeIfPresent(new Key(path, type),
				(key, count) -> (count > 1) ? count - 1 : null) == null;
	}

	/**
	 * What the servers tell apart.
	 */
	private record Key(String path, WatcherType type) {
	}

}
