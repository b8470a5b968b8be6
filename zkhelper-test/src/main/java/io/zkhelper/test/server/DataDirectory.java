package io.zkhelper.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where a server keeps its data. A temporary one goes when it is closed, a given one
 * stays.
 */
final class DataDirectory {

	private final Path path;

	private final boolean temporary;

	private DataDirectory(Path path, boolean temporary) {
		this.path = path;
		this.temporary = temporary;
	}

	static DataDirectory of(@Nullable Path given) {
		try {
			return (given != null) ? new DataDirectory(Files.createDirectories(given), false)
					: new DataDirectory(Files.createTempDirectory("zkhelper-test-"), true);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No data directory for the server", ex);
		}
	}

	Path path() {
		return this.path;
	}

	void close() {
		if (this.temporary && Files.exists(this.path)) {
			delete();
		}
	}

	private void delete() {
		try (Stream<Path> files = Files.walk(this.path)) {
			List<Path> childrenFirst = files.sorted(Comparator.reverseOrder()).toList();
			for (Path file : childrenFirst) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The data directory could not be removed", ex);
		}
	}

}
