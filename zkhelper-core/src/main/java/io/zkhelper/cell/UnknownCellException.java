package io.zkhelper.cell;

import java.util.Set;
import java.util.TreeSet;

/**
 * Nothing says where the servers of a cell are.
 *
 * @since 1.0.0
 */
@SuppressWarnings("serial")
public class UnknownCellException extends IllegalArgumentException {

	private final String cell;

	private final Set<String> known;

	UnknownCellException(String cell, String servers, Set<String> known) {
		super("No %s is known for cell '%s', %s: add an entry '%s', or correct the name".formatted(servers, cell,
				known.isEmpty() ? "nor for any other" : "only for " + new TreeSet<>(known),
				servers.startsWith("cache") ? cell + ":_zkocc" : cell));
		this.cell = cell;
		this.known = new TreeSet<>(known);
	}

	/**
	 * Return which cell is not known.
	 * @return the name of the cell
	 */
	public String cell() {
		return this.cell;
	}

	/**
	 * Return the cells that are known.
	 * @return the names, sorted
	 */
	public Set<String> known() {
		return new TreeSet<>(this.known);
	}

}
