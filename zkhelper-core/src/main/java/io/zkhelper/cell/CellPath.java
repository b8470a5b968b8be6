package io.zkhelper.cell;

import io.zkhelper.session.Paths;

/**
 * The path of a node in a cell: {@code /zk/<cell>}, or something below it.
 *
 * @param cell the cell, {@code local} or {@code global} perhaps
 * @param path the whole path, without a slash at its end unless it is to be completed by
 * the server
 * @since 1.0.0
 */
public record CellPath(String cell, String path) {

	/** The node above all cells, {@value}. */
	public static final String TOP = "/zk";

	public CellPath {
		Paths.require("path", path, true);
		if (!cell.equals(cellOf(path))) {
			throw new IllegalArgumentException("Path '%s' is not in cell '%s'".formatted(path, cell));
		}
	}

	/**
	 * Read a path. A slash at the end of {@code /zk/<cell>/} is taken away.
	 * @param path the path
	 * @return the path in its cell
	 * @throws IllegalArgumentException if it has no cell, or is not a valid path
	 */
	public static CellPath parse(String path) {
		String cell = cellOf(path);
		String bare = path.equals(TOP + "/" + cell + "/") ? path.substring(0, path.length() - 1) : path;
		Paths.require("path", bare);
		return new CellPath(cell, bare);
	}

	/**
	 * Read the path of a sequential node, which may end with a slash: then its name is
	 * what the server appends.
	 * @param path the path
	 * @return the path in its cell
	 * @throws IllegalArgumentException if it has no cell, or is not a valid path
	 */
	public static CellPath parseSequential(String path) {
		return new CellPath(cellOf(path), path);
	}

	private static String cellOf(String path) {
		if (!path.startsWith(TOP + "/")) {
			throw refusal(path, path.equals(TOP) ? "it names no cell" : "it does not begin with '%s/'".formatted(TOP));
		}
		String cell = path.substring(TOP.length() + 1).split("/", 2)[0];
		if (cell.isEmpty()) {
			throw refusal(path, "the name of its cell is empty");
		}
		if (!CellKey.isName(cell)) {
			throw refusal(path,
					"'%s' can't be the name of a cell, which has letters, digits, '_' and '.'".formatted(cell));
		}
		return cell;
	}

	private static IllegalArgumentException refusal(String path, String why) {
		return new IllegalArgumentException(
				"Path '%s' is in no cell: %s. Write '%s/<cell>/…'".formatted(path, why, TOP));
	}

	/**
	 * Return whether it is in the cell that the process is in, whichever that is.
	 * @return {@code true} for {@code /zk/local} and what is below it
	 */
	public boolean isLocal() {
		return this.cell.equals(CellKey.LOCAL);
	}

	/**
	 * Return whether it is the node of the cell itself.
	 * @return {@code true} for {@code /zk/<cell>}
	 */
	public boolean isCell() {
		return this.path.length() == TOP.length() + 1 + this.cell.length();
	}

	/**
	 * Return the same path in another cell.
	 * @param other the other cell
	 * @return the other path
	 */
	public CellPath in(String other) {
		return new CellPath(other, TOP + "/" + other + this.path.substring(TOP.length() + 1 + this.cell.length()));
	}

	@Override
	public String toString() {
		return this.path;
	}

}
