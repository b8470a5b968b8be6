package io.zkhelper.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.zkhelper.session.Change;

/**
 * Deletes of a subtree in as few transactions as may be. If a version is demanded, each
 * of them demands it.
 *
 * @param top the top node
 * @param version the version of its data, or {@link Change#ANY_VERSION}
 */
record Batches(String top, int version) {

	// An eighth of what the servers take, so that others needn't wait for long
	private static final int MAX_BYTES = 128 * 1024;

	private static final int BYTES_OF_A_CHANGE = 32;

	/**
	 * Return the transactions.
	 * @param below what is below the top node, parents first
	 */
	List<List<Change>> leavesFirst(List<String> below) {
		List<List<Change>> batches = new ArrayList<>();
		int bytes = MAX_BYTES;
		for (int i = below.size() - 1; i >= -1; i--) {
			Change.Delete delete = (i < 0) ? new Change.Delete(this.top, this.version)
					: new Change.Delete(below.get(i), Change.ANY_VERSION);
			bytes += sizeOf(delete);
			if (bytes > MAX_BYTES) {
				batches.add(begun());
				bytes = sizeOf(delete);
			}
			batches.get(batches.size() - 1).add(delete);
		}
		return batches;
	}

	private List<Change> begun() {
		List<Change> batch = new ArrayList<>();
		if (this.version != Change.ANY_VERSION) {
			batch.add(new Change.Check(this.top, this.version));
		}
		return batch;
	}

	private static int sizeOf(Change.Delete delete) {
		return delete.path().getBytes(StandardCharsets.UTF_8).length + BYTES_OF_A_CHANGE;
	}

}
