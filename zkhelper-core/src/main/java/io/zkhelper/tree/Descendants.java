package io.zkhelper.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkNodes;

/**
 * Lists what is below a node, one level after the other.
 */
final class Descendants {

	private final ZkNodes nodes;

	Descendants(ZkNodes nodes) {
		this.nodes = nodes;
	}

	/**
	 * Return the paths, parents first.
	 * @throws io.zkhelper.session.NodeException if there is no such node; not if one of
	 * those below it has gone meanwhile
	 */
	List<String> of(String top) throws InterruptedException {
		List<String> found = new ArrayList<>();
		List<String> level = childrenOf(top, Requests.await(this.nodes.children(top)));
		while (!level.isEmpty()) {
			found.addAll(level);
			level = below(level);
		}
		return found;
	}

	private List<String> below(List<String> parents) throws InterruptedException {
		List<Optional<List<String>>> names = Requests.all(parents, this.nodes::children);
		List<String> level = new ArrayList<>();
		for (int i = 0; i < parents.size(); i++) {
			level.addAll(childrenOf(parents.get(i), names.get(i).orElse(List.of())));
		}
		return level;
	}

	private static List<String> childrenOf(String parent, List<String> names) {
		return names.stream().sorted().map((name) -> Paths.childOf(parent, name)).toList();
	}

}
