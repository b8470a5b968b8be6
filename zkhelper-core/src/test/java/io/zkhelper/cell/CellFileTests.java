package io.zkhelper.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CellFile}.
 */
class CellFileTests {

	@TempDir
	private Path directory;

	private Path write(String json) throws IOException {
		return Files.writeString(this.directory.resolve("cells.json"), json);
	}

	@Test
	void readsTexts() throws IOException {
		Path file = write("{\"ny\": \"zk1:2181,zk2:2181\", \"ny:_zkocc\": \"cache:8080\"}");
		assertThat(CellSource.file(file).load())
			.isEqualTo(Map.of("ny", "zk1:2181,zk2:2181", "ny:_zkocc", "cache:8080"));
	}

	@Test
	void readsTheFileAgain() throws IOException {
		CellDirectory cells = CellDirectory.load(CellSource.file(write("{\"ny\": \"a\"}")), LocalCellResolver.create());
		write("{\"ny\": \"b\"}");
		cells.refresh();
		assertThat(cells.connectString("ny")).isEqualTo("b:2181");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "``|not a JSON object", "[]|not a JSON object",
			"{\"ny\": 1}|the value of 'ny' is not a text",
			"{\"ny\": \"a\"|not valid JSON, line 1, column 11: Unexpected end-of-input: expected close marker for Object. ",
			"{} {}|something follows", "{\"ny\":\"a\",\"ny\":\"b\"}|ny", "{\"ny-east\": \"a\"}|'ny-east'",
			"{\"ny\": \"a:b\"}|'a:b'", "{\"ny\": \"\"}|'ny' has no servers" })
	void saysWhichFileIsWrongAndWhy(String json, String why) throws IOException {
		Path file = write(json);
		assertThatExceptionOfType(CellFileException.class).isThrownBy(CellSource.file(file)::load)
			.withMessageStartingWith("File '%s' does not say which cells there are: ".formatted(file))
			.withMessageContaining(why)
			.withMessageContaining("Write a JSON object")
			.satisfies((ex) -> assertThat(ex.file()).isEqualTo(file));
	}

	@Test
	void saysWhichFileIsMissing() {
		Path missing = this.directory.resolve("missing.json");
		assertThatExceptionOfType(CellFileException.class).isThrownBy(CellSource.file(missing)::load)
			.withMessageContaining("'%s'".formatted(missing))
			.withMessageContaining("does not exist")
			.withMessageContaining("ZK_CLIENT_CONFIG");
	}

	@Test
	void saysWhatCannotBeRead() {
		assertThatExceptionOfType(CellFileException.class).isThrownBy(CellSource.file(this.directory)::load)
			.withMessageContaining("can't be read");
	}

	@Test
	void theEnvironmentNamesAnotherFile() {
		assertThat(CellFile.location(Map.of())).isEqualTo(Path.of("/etc/zookeeper/zk_client.json"));
		assertThat(CellFile.location(Map.of("ZK_CLIENT_CONFIG", ""))).isEqualTo(CellFile.location(Map.of()));
		assertThat(CellFile.location(Map.of("ZK_CLIENT_CONFIG", "/opt/c.json"))).isEqualTo(Path.of("/opt/c.json"));
	}

}
