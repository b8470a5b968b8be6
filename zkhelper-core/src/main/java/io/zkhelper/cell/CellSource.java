package io.zkhelper.cell;

import java.nio.file.Path;
import java.util.Map;

/**
 * Knows which cell is which ensemble, in the form of a file of cells: the key
 * {@code <cell>} has the ensemble's connect string, {@code <cell>:_zkocc} the cell's
 * cache servers, separated by commas, and {@code <cell>-global} the ensemble that
 * processes of that cell see as the cell {@code global}.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface CellSource {

	/**
	 * Load all entries. Called when a directory is made and when it is refreshed.
	 * @return the entries
	 * @throws CellFileException if they are in a file that can't be read
	 */
	Map<String, String> load();

	/**
	 * Return the source that has fixed entries.
	 * @param entries the entries
	 * @return the source
	 */
	static CellSource of(Map<String, String> entries) {
		Map<String, String> copy = Map.copyOf(entries);
		return () -> copy;
	}

	/**
	 * Return the source that reads a JSON object of texts, as in {@code {"ny":
	 * "zk1:2181,zk2:2181", "ny:_zkocc": "cache1:8080"}}.
	 * @param file where it is
	 * @return the source
	 */
	static CellSource file(Path file) {
		return new CellFile(file);
	}

	/**
	 * Return the source that reads the file named by the environment variable
	 * {@code ZK_CLIENT_CONFIG}, or else {@code /etc/zookeeper/zk_client.json}.
	 * @return the source
	 */
	static CellSource fromEnvironment() {
		return new CellFile(CellFile.location(System.getenv()));
	}

}
