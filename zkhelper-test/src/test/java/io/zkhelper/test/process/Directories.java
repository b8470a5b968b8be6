package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Directories for scenes that run beside each other.
 */
final class Directories {

	private Directories() {
	}

	static Path createIn(Path parent) {
		try {
			return Files.createTempDirectory(parent, "scene");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
