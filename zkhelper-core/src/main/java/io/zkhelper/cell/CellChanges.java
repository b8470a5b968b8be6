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

}
