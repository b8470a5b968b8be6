package io.zkhelper.boot.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page that lists the properties.
 */
class ConfigurationDocumentationTests {

	private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

	@Test
	void listsEachProperty() throws Exception {
		List<String> names = JsonPath.read(Files.readString(METADATA), "$.properties[*].name");
		String page = Files.readString(Path.of("../docs/configuration.md"));
		assertThat(names).isNotEmpty()
			.map((name) -> name.replace("elections.default.", "elections.<name>."))
			.filteredOn((name) -> !name.equals("zkhelper.elections"))
			.allMatch((name) -> page.contains("`" + name + "`") || page.contains("`" + name + ".*`"));
	}

}
