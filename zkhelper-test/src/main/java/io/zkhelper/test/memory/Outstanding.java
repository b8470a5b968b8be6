package io.zkhelper.test.memory;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The nodes as the leader of the ensemble will have them when everything is committed
 * that it has proposed.
 */
final class Outstanding {

	private final Tree committed;

	private final Map<String, Proposed> proposed = new LinkedHashMap<>();

	Outstanding(Tree committed) {
		this.committed = committed;
	}

	Optional<Znode> find(String path) {
		Proposed node = this.proposed.get(path);
		return (node != null) ? node.node() : this.committed.find(path);
	}

	List<String> ownedBy(long session) {
		return Stream
			.concat(this.committed.ownedBy(session).stream(),
					this.proposed.keySet().stream().sorted().filter((path) -> isNew(path)))
			.filter((path) -> find(path).filter((node) -> node.stat().ephemeralOwner() == session).isPresent())
			.toList();
	}

	private boolean isNew(String path) {
		return this.committed.find(path).isEmpty();
	}

	void add(Transaction transaction) {
		Map<String, Proposed> added = new HashMap<>();
		transaction.nodes().forEach((path, node) -> added.put(path, new Proposed(transaction.zxid(), node)));
		this.proposed.putAll(added);
	}

	void onCommitted(Transaction transaction) {
		transaction.nodes()
			.keySet()
			.forEach((path) -> this.proposed.computeIfPresent(path,
					(key, node) -> (node.zxid() == transaction.zxid()) ? null : node));
	}

	/**
	 * A node after a transaction that is not committed yet.
	 */
	private record Proposed(long zxid, Optional<Znode> node) {
	}

}
