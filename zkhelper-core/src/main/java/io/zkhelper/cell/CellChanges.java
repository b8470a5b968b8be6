package io.zkhelper.cell;

import io.zkhelper.session.Change;

/**
 * Changes of nodes in cells.
 */
final class CellChanges {

	private CellChanges() {
	}

	static CellPath pathOf(Change change) {
		boolean sequential = change instanceof Change.Create create && create.kind().isSequential();
		return sequential ? CellPath.parseSequential(change.path()) : CellPath.parse(change.path());
	}

	/**
	 * Return the same change of another node.
	 */
	static Change at(CellPath path, Change change) {
		if (change instanceof Change.Check check) {
			return new Change.Check(path.path(), check.version());
		}
		if (change instanceof Change.SetData set) {
			return new Change.SetData(path.path(), set.data(), set.version());
		}
		if (change instanceof Change.Delete delete) {
			return new Change.Delete(path.path(), delete.version());
		}
		Change.Create create = (Change.Create) change;
		return new Change.Create(path.path(), create.data(), create.kind(), create.acl());
	}

}
