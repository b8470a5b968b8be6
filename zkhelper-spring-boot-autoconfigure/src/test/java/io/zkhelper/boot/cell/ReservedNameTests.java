package io.zkhelper.boot.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.cell.CellSource;
import io.zkhelper.cell.LocalCellResolver;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ReservedName}.
 */
class ReservedNameTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, CellAutoConfiguration.class))
		.withPropertyValues("zkhelper.connect-string=localhost:1");

	@TempDir
	private Path directory;

	@Test
	void isRefusedInProperties() {
		this.contextRunner.withPropertyValues("zkhelper.cells.connect-strings.default=zk:1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.asInstanceOf(InstanceOfAssertFactories.type(InvalidPropertyException.class))
				.satisfies((ex) -> assertThat(ex.remedy()).startsWith("Give the cell another name"))
				.extracting(Throwable::getMessage)
				.asString()
				.startsWith("Property 'zkhelper.cells.connect-strings.default' is 'zk:1': "
						+ "a cell can't be named 'default'"));
	}

	@Test
	void isRefusedInTheFile() throws IOException {
		Path file = file("{\"default\": \"zk:1\"}");
		for (String property : List.of("zkhelper.cells.config-location=", "ZK_CLIENT_CONFIG=")) {
			this.contextRunner.withPropertyValues(property + file)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(InvalidPropertyException.class)
					.hasMessageStartingWith("Property 'zkhelper.cells.config-location' is '%s': ".formatted(file)
							+ "a cell can't be named 'default'"));
		}
	}

	@Test
	void isRefusedInAFileThatIsReadAgain() throws IOException {
		Path file = file("{\"ny\": \"zk:1\"}");
		this.contextRunner.withPropertyValues("zkhelper.cells.config-location=" + file).run((context) -> {
			CellDirectory cells = context.getBean(CellDirectory.class);
			file("{\"default\": \"zk:1\"}");
			assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(cells::refresh)
				.withMessageContaining("a cell can't be named 'default'");
			assertThat(cells.cells()).containsExactly("ny");
		});
	}

	@Test
	void isRefusedInADirectoryOfOnesOwn() {
		CellDirectory own = CellDirectory.load(CellSource.of(Map.of("default", "zk:1", "ny", "zk:2")),
				LocalCellResolver.create());
		this.contextRunner.withBean(CellDirectory.class, () -> own)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageStartingWith("The CellDirectory bean knows [default, ny]: a cell can't be named 'default'")
				.hasMessageContaining("Give the cell another name"));
	}

	private Path file(String cells) throws IOException {
		return Files.writeString(this.directory.resolve("cells.json"), cells);
	}

}
