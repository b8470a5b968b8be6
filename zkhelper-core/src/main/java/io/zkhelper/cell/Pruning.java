package io.zkhelper.cell;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;

/**
 * Takes nodes away with all below them, except for ephemeral ones, which belong to
 * somebody's session, and the nodes above these. What goes by itself meanwhile is gone as
 * well.
 */
final class Pruning {

	private final ZkNodes nodes;

	Pruning(ZkNodes nodes) {
		this.nodes = nodes;
	}

	/**
	 * Take a node away.
	 * @return how many nodes that took
	 */
	CompletionStage<Integer> prune(NodeData node) {
		return cut(node).thenApply(Cut::deleted);
	}

	private CompletionStage<Cut> cut(NodeData node) {
		if (node.stat().isEphemeral()) {
			return cut(0, false);
		}
		return Failures.find(this.nodes.children(node.path()))
			.thenCompose((names) -> cutAll(node.path(), names.orElse(List.of())))
			.thenCompose((below) -> below.complete() ? delete(node).thenApply(below::plus)
					: CompletableFuture.completedStage(below));
	}

	private CompletionStage<Cut> cutAll(String parent, List<String> names) {
		CompletionStage<Cut> all = cut(0, true);
		for (String name : names) {
			all = all.thenCompose((sum) -> cut(Paths.childOf(parent, name)).thenApply(sum::plus));
		}
		return all;
	}

	private CompletionStage<Cut> cut(String path) {
		return Failures.find(this.nodes.read(path))
			.thenCompose((node) -> node.isPresent() ? cut(node.get()) : cut(0, true));
	}

	private CompletionStage<Cut> delete(NodeData node) {
		return Failures.unless(this.nodes.delete(node.path(), node.stat().version()), ZnodeError.NO_NODE)
			.thenApply((deleted) -> new Cut(deleted ? 1 : 0, true));
	}

	private static CompletionStage<Cut> cut(int deleted, boolean complete) {
		return CompletableFuture.completedStage(new Cut(deleted, complete));
	}

	/**
	 * What became of some nodes.
	 *
	 * @param deleted how many were deleted
	 * @param complete whether none is left
	 */
	private record Cut(int deleted, boolean complete) {

		Cut plus(Cut other) {
			return new Cut(this.deleted + other.deleted, this.complete && other.complete);
		}

	}

}
