package io.zkhelper.test.memory;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who is to be told once of which node: one entry for each connection, however often it
 * asks.
 */
final class WatchTable {

	private final Map<String, Set<ServerConnection>> data = new HashMap<>();

	private final Map<String, Set<ServerConnection>> children = new HashMap<>();

	void watchData(String path, ServerConnection connection) {
		this.data.computeIfAbsent(path, (key) -> new LinkedHashSet<>()).add(connection);
	}

	void watchChildren(String path, ServerConnection connection) {
		this.children.computeIfAbsent(path, (key) -> new LinkedHashSet<>()).add(connection);
	}

	/**
	 * Return whom an event is for, who from now on do not watch any more.
	 */
	Set<ServerConnection> taken(TreeEvent event) {
		Set<ServerConnection> told = new LinkedHashSet<>();
		if (event.kind() != TreeEvent.Kind.CHILDREN_CHANGED) {
			told.addAll(taken(this.data, event.path()));
		}
		if (event.kind() == TreeEvent.Kind.CHILDREN_CHANGED || event.kind() == TreeEvent.Kind.DELETED) {
			told.addAll(taken(this.children, event.path()));
		}
		return told;
	}

	private static Set<ServerConnection> taken(Map<String, Set<ServerConnection>> watches, String path) {
		Set<ServerConnection> taken = watches.remove(path);
		return (taken != null) ? taken : Set.of();
	}

	void forget(ServerConnection connection) {
		forget(this.data, connection);
		forget(this.children, connection);
	}

	private static void forget(Map<String, Set<ServerConnection>> watches, ServerConnection connection) {
		watches.values().forEach((connections) -> connections.remove(connection));
		watches.values().removeIf(Set::isEmpty);
	}

	void clear() {
		this.data.clear();
		this.children.clear();
	}

	int size() {
		return sizeOf(this.data) + sizeOf(this.children);
	}

	private static int sizeOf(Map<String, Set<ServerConnection>> watches) {
		return watches.values().stream().mapToInt(Set::size).sum();
	}

}
