package io.zkhelper.tree;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.tree.UpdateResult.Outcome;

/**
 * Reads a node, lets somebody decide what is to become of it, and does it if the node is
 * still the one that was read.
 */
final class NodeUpdater {

	private final ZkNodes nodes;

	private final Creation creation;

	private final CreateOptions options;

	NodeUpdater(ZkNodes nodes, Creation creation, CreateOptions options) {
		this.nodes = nodes;
		this.creation = creation;
		this.options = options;
	}

	UpdateResult update(String path, Function<Optional<NodeData>, Edit> change, Attempts attempts)
			throws InterruptedException {
		Optional<Step> step = Optional.empty();
		while (step.isEmpty()) {
			attempts.begin(path);
			Optional<NodeData> current = Requests.read(this.nodes.read(path));
			Edit edit = change.apply(current);
			step = current.isPresent() ? edit(current.get(), edit) : create(path, edit);
		}
		return new UpdateResult(step.get().outcome(), step.get().node(), attempts.made());
	}

	private Optional<Step> create(String path, Edit edit) throws InterruptedException {
		if (!(edit instanceof Edit.Replace replace)) {
			return Optional.of(new Step(Outcome.KEPT, Optional.empty()));
		}
		return this.creation.createIfAbsent(this.options.node(path, replace.data()), this.options.parents())
			.map((made) -> new Step(Outcome.CREATED, Optional.of(made)));
	}

	private Optional<Step> edit(NodeData current, Edit edit) throws InterruptedException {
		if (edit instanceof Edit.Replace replace && !Arrays.equals(replace.data(), current.data())) {
			return replace(current, replace.data());
		}
		if (edit instanceof Edit.Delete) {
			return Requests
				.write(this.nodes.delete(current.path(), current.stat().version()), ZnodeError.BAD_VERSION,
						ZnodeError.NO_NODE)
				.map((deleted) -> new Step(Outcome.DELETED, Optional.empty()));
		}
		return Optional.of(new Step(Outcome.KEPT, Optional.of(current)));
	}

	private Optional<Step> replace(NodeData current, byte[] data) throws InterruptedException {
		Optional<NodeStat> stat = Requests.write(this.nodes.setData(current.path(), data, current.stat().version()),
				ZnodeError.BAD_VERSION, ZnodeError.NO_NODE);
		return stat.map((after) -> new Step(Outcome.REPLACED, Optional.of(new NodeData(current.path(), data, after))));
	}

	/**
	 * What an attempt has come to.
	 */
	private record Step(Outcome outcome, Optional<NodeData> node) {
	}

}
