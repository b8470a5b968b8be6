package io.zkhelper.cell;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The file that says which cell is which ensemble can't be used.
 *
 * @since 1.0.0
 */
@SuppressWarnings("serial")
public class CellFileException extends RuntimeException {

	private final Path file;

	CellFileException(Path file, String problem, @Nullable Throwable cause) {
		super(("File '%s' does not say which cells there are: %s. Write a JSON object such as "
				+ "{\"ny\": \"zk1:2181,zk2:2181\"} there, or name another file, in the variable %s for example")
			.formatted(file, problem, CellFile.VARIABLE), cause);
		this.file = file;
	}

	/**
	 * Return which file.
	 * @return the file
	 */
	public Path file() {
		return this.file;
	}

}
