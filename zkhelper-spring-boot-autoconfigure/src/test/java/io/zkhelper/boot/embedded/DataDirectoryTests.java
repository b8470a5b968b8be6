package io.zkhelper.boot.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link DataDirectory}.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are those of POSIX")
class DataDirectoryTests {

	@TempDir
	private Path temporary;

	@Test
	void isForThisUserOnly() throws IOException {
		Path directory = DataDirectory.prepare(this.temporary.resolve("new/data"));
		assertThat(mode(directory)).isEqualTo("rwx------");
		assertThat(mode(directory.getParent())).isEqualTo("rwx------");
	}

	@Test
	void isTightenedWhenItWasOpen() throws IOException {
		Path directory = Files.createDirectory(this.temporary.resolve("data"));
		Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
		assertThat(mode(DataDirectory.prepare(directory))).isEqualTo("rwx------");
	}

	@Test
	void isNotALink() throws IOException {
		Path target = Files.createDirectory(this.temporary.resolve("target"));
		Path link = Files.createSymbolicLink(this.temporary.resolve("link"), target);
		assertThatExceptionOfType(EmbeddedServerUnavailableException.class)
			.isThrownBy(() -> DataDirectory.prepare(link))
			.withMessageContaining("link");
	}

	@Test
	void isNotAFile() throws IOException {
		Path file = Files.createFile(this.temporary.resolve("file"));
		assertThatExceptionOfType(EmbeddedServerUnavailableException.class)
			.isThrownBy(() -> DataDirectory.prepare(file))
			.satisfies((ex) -> assertThat(ex.remedy()).contains("zkhelper.embedded.data-dir"));
	}

	@Test
	void belongsToNobodyElse() throws IOException {
		assumeThat(System.getProperty("user.name")).as("only root can give a directory away").isEqualTo("root");
		Path directory = Files.createDirectory(this.temporary.resolve("data"));
		UserPrincipal nobody = directory.getFileSystem()
			.getUserPrincipalLookupService()
			.lookupPrincipalByName("nobody");
		Files.setOwner(directory, nobody);
		assertThatExceptionOfType(EmbeddedServerUnavailableException.class)
			.isThrownBy(() -> DataDirectory.prepare(directory))
			.withMessageContaining("nobody");
	}

	@Test
	void hasADefaultByUserAndApplication() {
		Path directory = EmbeddedServerOptions.defaultDirectory("orders");
		assertThat(directory).isEqualTo(
				Path.of(System.getProperty("java.io.tmpdir"), "zkhelper-" + System.getProperty("user.name"), "orders"));
	}

	@Test
	void staysWhereItBelongsWhateverTheApplicationIsCalled() {
		Path parent = EmbeddedServerOptions.defaultDirectory("x").getParent();
		assertThat(EmbeddedServerOptions.defaultDirectory("../../etc").normalize()).hasParentRaw(parent);
		assertThat(EmbeddedServerOptions.defaultDirectory("..")).isEqualTo(parent.resolve("_"));
		assertThat(EmbeddedServerOptions.defaultDirectory(" ")).isEqualTo(parent.resolve("application"));
	}

	private static String mode(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
