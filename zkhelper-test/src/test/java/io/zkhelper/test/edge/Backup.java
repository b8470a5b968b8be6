package io.zkhelper.test.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the data of a server that does not run.
 */
final class Backup implements AutoCloseable {

	private final Path data;

	private final Path copy;

	private Backup(Path data, Path copy) {
		this.data = data;
		this.copy = copy;
	}

	/**
	 * Copy.
	 */
	static Backup of(Path data) {
		try {
			Path copy = Files.createTempDirectory("zkhelper-backup-");
			copy(data, copy);
			return new Backup(data, copy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Put the copy in the place of what has become of the data.
	 */
	void restore() {
		wipe(this.data);
		copy(this.copy, this.data);
	}

	/**
	 * Remove what is in a directory.
	 */
	static void wipe(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder())
				.filter((file) -> !file.equals(directory))
				.toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void copy(Path from, Path to) {
		try (Stream<Path> files = Files.walk(from)) {
			List<Path> parentsFirst = files.filter((file) -> !file.equals(from)).sorted().toList();
			for (Path file : parentsFirst) {
				Files.copy(file, to.resolve(from.relativize(file)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		wipe(this.copy);
		try {
			Files.delete(this.copy);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
