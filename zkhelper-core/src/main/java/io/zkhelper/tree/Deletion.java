package io.zkhelper.tree;

import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;

/**
 * Deletes a node and what is below it.
 */
final class Deletion {

	private final ZkNodes nodes;

	private final String top;

	private final DeleteOptions options;

	private final FrozenNodes frozen;

	Deletion(ZkNodes nodes, String top, DeleteOptions options) {
		this.nodes = nodes;
		this.top = top;
		this.options = options;
		this.frozen = new FrozenNodes(nodes);
	}

	void run(Attempts attempts) throws InterruptedException {
		boolean done = false;
		try {
			while (!done) {
				attempts.begin(this.top);
				done = pass();
			}
		}
		finally {
			if (!done) {
				this.frozen.thaw();
			}
		}
	}

	/**
	 * Delete what is there now.
	 * @return whether it was all
	 */
	private boolean pass() throws InterruptedException {
		freeze(this.top);
		Optional<List<String>> below = listed();
		if (below.isEmpty()) {
			return true;
		}
		for (List<Change> batch : new Batches(this.top, this.options.version()).leavesFirst(below.get())) {
			Optional<Refusal> conflict = send(batch);
			if (conflict.isPresent()) {
				onConflict(conflict.get());
				return false;
			}
		}
		return true;
	}

	private Optional<List<String>> listed() throws InterruptedException {
		try {
			return Optional.of(new Descendants(this.nodes).of(this.top));
		}
		catch (NodeException ex) {
			if (ex.error() == ZnodeError.NO_NODE) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private Optional<Refusal> send(List<Change> batch) throws InterruptedException {
		try {
			Requests.write(this.nodes.multi(batch));
			return Optional.empty();
		}
		catch (NodeException ex) {
			if (ex.error() == ZnodeError.NO_NODE || ex.error() == ZnodeError.NOT_EMPTY) {
				return Optional.of(ex.refusal());
			}
			throw ex;
		}
	}

	private void onConflict(Refusal conflict) throws InterruptedException {
		if (conflict.error() == ZnodeError.NOT_EMPTY) {
			freeze(conflict.path());
		}
	}

	private void freeze(String path) throws InterruptedException {
		if (this.options.freezing()) {
			this.frozen.freeze(path);
		}
	}

}
