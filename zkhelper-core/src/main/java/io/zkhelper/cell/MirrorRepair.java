package io.zkhelper.cell;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkNodes;

/**
 * Makes nodes of one ensemble the same as those of another, one request after the other.
 */
final class MirrorRepair {

	private final ZkNodes source;

	private final ZkNodes target;

	MirrorRepair(ZkNodes source, ZkNodes target) {
		this.source = source;
		this.target = target;
	}

	/**
	 * Repair a node and what is below it.
	 * @return how many changes that took
	 */
	CompletionStage<Integer> repair(String path) {
		return this.source.sync(path)
			.thenCompose((synced) -> this.target.sync(path))
			.thenCompose((synced) -> repairTree(path));
	}

	private CompletionStage<Integer> repairTree(String path) {
		return Failures.find(this.source.read(path))
			.thenCompose((right) -> Failures.find(this.target.read(path))
				.thenCompose((wrong) -> repair(path, right, wrong)));
	}

	private CompletionStage<Integer> repair(String path, Optional<NodeData> right, Optional<NodeData> wrong) {
		if (isEphemeral(right) || isEphemeral(wrong)) {
			return count(0);
		}
		if (right.isEmpty()) {
			return wrong.isPresent() ? new Pruning(this.target).prune(wrong.get()) : count(0);
		}
		CompletionStage<Integer> own = wrong.isPresent() ? align(right.get(), wrong.get()) : copy(right.get());
		return plus(own, () -> repairChildren(path));
	}

	private static boolean isEphemeral(Optional<NodeData> node) {
		return node.isPresent() && node.get().stat().isEphemeral();
	}

	private CompletionStage<Integer> copy(NodeData right) {
		return this.source.acl(right.path())
			.thenCompose((acl) -> this.target
				.create(new Change.Create(right.path(), right.data(), NodeKind.PERSISTENT, acl.acl())))
			.thenApply((created) -> 1);
	}

	private CompletionStage<Integer> align(NodeData right, NodeData wrong) {
		CompletionStage<Integer> data = Arrays.equals(right.data(), wrong.data()) ? count(0)
				: this.target.setData(wrong.path(), right.data(), wrong.stat().version()).thenApply((set) -> 1);
		return plus(data, () -> this.source.acl(right.path())
			.thenCompose((acl) -> this.target.acl(right.path()).thenCompose((other) -> align(acl, other))));
	}

	private CompletionStage<Integer> align(NodeAcl right, NodeAcl wrong) {
		return right.acl().equals(wrong.acl()) ? count(0)
				: this.target.setAcl(wrong.path(), right.acl(), wrong.stat().aclVersion()).thenApply((set) -> 1);
	}

	private CompletionStage<Integer> repairChildren(String path) {
		return this.source.children(path).thenCompose((right) -> this.target.children(path).thenCompose((wrong) -> {
			Set<String> names = new TreeSet<>(right);
			names.addAll(wrong);
			return repairAll(path, names);
		}));
	}

	private CompletionStage<Integer> repairAll(String parent, Set<String> names) {
		CompletionStage<Integer> sum = count(0);
		for (String name : names) {
			sum = plus(sum, () -> repairTree(Paths.childOf(parent, name)));
		}
		return sum;
	}

	private static CompletionStage<Integer> plus(CompletionStage<Integer> first,
			Supplier<CompletionStage<Integer>> second) {
		return first.thenCompose((sum) -> second.get().thenApply((more) -> sum + more));
	}

	private static CompletionStage<Integer> count(int changes) {
		return CompletableFuture.completedStage(changes);
	}

}
