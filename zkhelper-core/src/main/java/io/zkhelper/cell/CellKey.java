package io.zkhelper.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry is about: {@code ny}, {@code ny-global}, {@code ny:_zkocc} or
 * {@code ny-global:_zkocc}.
 *
 * @param cell the cell
 * @param ownGlobal whether it is what that cell sees as the global one
 * @param servers what is said of it
 */
record CellKey(String cell, boolean ownGlobal, Servers servers) {

	/** Stands for the cell that the process is in. */
	static final String LOCAL = "local";

	/** The cell that all others share. */
	static final String GLOBAL = "global";

	private static final Pattern NAME = Pattern.compile("[\\p{Alnum}_][\\p{Alnum}_.]*");

	private static final Pattern KEY = Pattern.compile("(.*?)(-global)?(:_zkocc)?", Pattern.DOTALL);

	static CellKey parse(String key) {
		Matcher matcher = KEY.matcher(key);
		// Always: each part may be empty
		matcher.matches();
		String cell = matcher.group(1);
		requireName(cell);
		if (cell.equals(LOCAL)) {
			throw new IllegalArgumentException(
					"Cell '%s' can't be defined: it stands for the cell that a process is in. Name that one"
						.formatted(LOCAL));
		}
		return new CellKey(cell, matcher.group(2) != null,
				(matcher.group(3) != null) ? Servers.CACHE : Servers.ENSEMBLE);
	}

	static boolean isName(String text) {
		return NAME.matcher(text).matches();
	}

	static void requireName(String cell) {
		if (!isName(cell)) {
			throw new IllegalArgumentException(
					"'%s' can't be the name of a cell: use letters, digits, '_' and, not in front, '.'"
						.formatted(cell));
		}
	}

	/**
	 * Kinds of servers that a cell may have.
	 */
	enum Servers {

		ENSEMBLE, CACHE

	}

}
