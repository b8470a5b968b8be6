package io.zkhelper.tree;

import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;

/**
 * A node that a transaction has read, and what is to become of it.
 *
 * @param path where it is
 * @param read what was read, empty if it was absent
 * @param edit what is to become of it
 */
record TouchedNode(String path, Optional<NodeData> read, Edit edit) {

	/**
	 * Return the data as the transaction sees them.
	 */
	Optional<byte[]> data() {
		if (this.edit instanceof Edit.Replace replace) {
			return Optional.of(replace.data());
		}
		return (this.edit instanceof Edit.Delete) ? Optional.empty() : this.read.map(NodeData::data);
	}

	/**
	 * Return what makes the edit, if the node still is what was read. Nothing, if it was
	 * absent and stays so: no change can demand that.
	 */
	Optional<Change> change() {
		if (this.read.isEmpty()) {
			return (this.edit instanceof Edit.Replace replace)
					? Optional.of(new Change.Create(this.path, replace.data(), NodeKind.PERSISTENT)) : Optional.empty();
		}
		int version = this.read.get().stat().version();
		if (this.edit instanceof Edit.Replace replace) {
			return Optional.of(new Change.SetData(this.path, replace.data(), version));
		}
		return Optional.of((this.edit instanceof Edit.Delete) ? new Change.Delete(this.path, version)
				: new Change.Check(this.path, version));
	}

	TouchedNode with(Edit edit) {
		return new TouchedNode(this.path, this.read, edit);
	}

}
