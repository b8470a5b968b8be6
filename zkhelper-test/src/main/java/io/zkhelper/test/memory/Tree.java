package io.zkhelper.test.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The nodes as of the last transaction.
 */
final class Tree {

	static final List<String> OWN_NODES = List.of("/", "/zookeeper", "/zookeeper/config", "/zookeeper/quota");

	private final Map<String, Znode> nodes = new HashMap<>();

	Tree() {
		Znode node = Znode.permanent();
		OWN_NODES.forEach((path) -> this.nodes.put(path, node));
		this.nodes.put("/zookeeper", node.withChild("config", 0).withChild("quota", 0).withSequence(0));
		this.nodes.put("/", node.withChild("zookeeper", 0).withSequence(0));
	}

	Optional<Znode> find(String path) {
		return Optional.ofNullable(this.nodes.get(path));
	}

	void apply(Map<String, Optional<Znode>> changes) {
		changes.forEach((path, node) -> {
			if (node.isPresent()) {
				this.nodes.put(path, node.get());
			}
			else {
				this.nodes.remove(path);
			}
		});
	}

	void copyFrom(Tree other) {
		this.nodes.clear();
		this.nodes.putAll(other.nodes);
	}

	List<String> ownedBy(long session) {
		return paths((node) -> node.stat().ephemeralOwner() == session);
	}

	List<String> emptyContainers() {
		return paths(Znode::isEmptyContainer);
	}

	private List<String> paths(Predicate<Znode> wanted) {
		return this.nodes.entrySet()
			.stream()
			.filter((entry) -> wanted.test(entry.getValue()))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	String dump() {
		StringBuilder dump = new StringBuilder();
		append("/", dump);
		return dump.toString();
	}

	private void append(String path, StringBuilder dump) {
		Znode node = this.nodes.get(path);
		if (node == null || path.equals("/zookeeper")) {
			return;
		}
		dump.append("%s version=%d bytes=%d sequence=%d%s%n".formatted(path, node.stat().version(), node.data().length,
				node.sequence(), node.container() ? " container" : node.isEphemeral() ? " ephemeral" : ""));
		new TreeSet<>(node.children()).forEach((name) -> append(NodePath.childOf(path, name), dump));
	}

}
