package io.zkhelper.test.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import io.zkhelper.session.WatchEvent;
import org.jspecify.annotations.Nullable;

/**
 * What one client watches. As with ZooKeeper's client, giving a watch up is not told to
 * the server.
 */
final class ClientWatches {

	private final Executor loop;

	private final Map<String, List<ClientWatch>> data = new LinkedHashMap<>();

	private final Map<String, List<ClientWatch>> absent = new LinkedHashMap<>();

	private final Map<String, List<ClientWatch>> children = new LinkedHashMap<>();

	ClientWatches(Executor loop) {
		this.loop = loop;
	}

	void watchData(String path, ClientWatch watch) {
		add(this.data, path, watch);
	}

	void watchExistence(String path, ClientWatch watch, boolean exists) {
		add(exists ? this.data : this.absent, path, watch);
	}

	void watchChildren(String path, ClientWatch watch) {
		add(this.children, path, watch);
	}

	private static void add(Map<String, List<ClientWatch>> watches, String path, ClientWatch watch) {
		if (!watch.isSpent()) {
			watches.computeIfAbsent(path, (key) -> new ArrayList<>()).add(watch);
		}
	}

	void fire(TreeEvent event) {
		WatchEvent what = what(event.kind());
		if (event.kind() != TreeEvent.Kind.CHILDREN_CHANGED) {
			fire(this.data.remove(event.path()), what);
			fire(this.absent.remove(event.path()), what);
		}
		if (event.kind() == TreeEvent.Kind.CHILDREN_CHANGED || event.kind() == TreeEvent.Kind.DELETED) {
			fire(this.children.remove(event.path()), what);
		}
	}

	private static WatchEvent what(TreeEvent.Kind kind) {
		return switch (kind) {
			case CREATED -> WatchEvent.CREATED;
			case DELETED -> WatchEvent.DELETED;
			default -> WatchEvent.CHANGED;
		};
	}

	private void fire(@Nullable List<ClientWatch> watches, WatchEvent what) {
		if (watches != null) {
			watches.forEach((watch) -> watch.fire(this.loop, what));
		}
	}

	WatchedPaths watchedSince(long zxid) {
		return new WatchedPaths(zxid, paths(this.data), paths(this.absent), paths(this.children));
	}

	private static List<String> paths(Map<String, List<ClientWatch>> watches) {
		watches.values().forEach((some) -> some.removeIf(ClientWatch::isSpent));
		watches.values().removeIf(List::isEmpty);
		return List.copyOf(watches.keySet());
	}

}
