package io.zkhelper.boot.cell;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.cell.CellDirectory;

/**
 * The name that meters have for the application's own ensemble. A cell of that name would
 * be taken for it.
 */
final class ReservedName {

	static final String NAME = "default";

	private static final String REASON = "a cell can't be named 'default', "
			+ "which is what meters call the ensemble of 'zkhelper.connect-string'";

	private static final String REMEDY = "Give the cell another name, also where elections and locks name it.";

	private ReservedName() {
	}

	static InvalidPropertyException refusal(String property, Object value) {
		return new InvalidPropertyException(property, value, REASON, REMEDY);
	}

	// Of the application's own making: what is configured was refused before
	static void requireNotIn(CellDirectory directory) {
		if (directory.cells().contains(NAME)) {
			throw new IllegalArgumentException(
					"The CellDirectory bean knows %s: %s. %s".formatted(directory.cells(), REASON, REMEDY));
		}
	}

}
