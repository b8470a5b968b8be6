package io.zkhelper.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkNodes;

/**
 * Looks for the nodes that fit, one segment after the other.
 */
final class GlobWalk {

	private final ZkNodes nodes;

	GlobWalk(ZkNodes nodes) {
		this.nodes = nodes;
	}

	List<String> expand(List<GlobSegment> segments) throws InterruptedException {
		List<String> paths = List.of("/");
		// Whoever was listed was there; the names behind the last wildcard were not
		boolean listed = false;
		for (GlobSegment segment : segments) {
			listed = !segment.isLiteral();
			paths = listed ? fittingChildren(paths, segment)
					: paths.stream().map((path) -> Paths.childOf(path, segment.example())).toList();
		}
		return listed ? paths : existing(paths);
	}

	private List<String> fittingChildren(List<String> parents, GlobSegment segment) throws InterruptedException {
		List<Optional<List<String>>> names = Requests.all(parents, this.nodes::children);
		List<String> fitting = new ArrayList<>();
		for (int i = 0; i < parents.size(); i++) {
			String parent = parents.get(i);
			names.get(i)
				.orElse(List.of())
				.stream()
				.filter(segment::matches)
				.sorted()
				.forEach((name) -> fitting.add(Paths.childOf(parent, name)));
		}
		return fitting;
	}

	private List<String> existing(List<String> paths) throws InterruptedException {
		List<Optional<Optional<NodeStat>>> stats = Requests.all(paths, this.nodes::exists);
		List<String> existing = new ArrayList<>();
		for (int i = 0; i < paths.size(); i++) {
			if (stats.get(i).flatMap((stat) -> stat).isPresent()) {
				existing.add(paths.get(i));
			}
		}
		return existing;
	}

}
