package io.zkhelper.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page that lists the properties.
 */
class ConfigurationDocumentationTests {

	private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

	private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(zkhelper\\.[^`]+)` \\|");

	private final List<String> names;

	private final String page;

	ConfigurationDocumentationTests() throws IOException {
		this.names = JsonPath.read(Files.readString(METADATA), "$.properties[*].name");
		this.page = Files.readString(Path.of("../docs/configuration.md"));
	}

	@Test
	void listsEachProperty() {
		assertThat(this.names).isNotEmpty()
			.map((name) -> name.replace("elections.default.", "elections.<name>."))
			.filteredOn((name) -> !name.equals("zkhelper.elections"))
			.allMatch((name) -> this.page.contains("`" + name + "`") || this.page.contains("`" + name + ".*`"));
	}

	@Test
	void listsNoOtherProperty() {
		assertThat(LISTED.matcher(this.page).results().map((found) -> found.group(1))).isNotEmpty()
			.map((name) -> name.replace("elections.<name>.", "elections.default.").replaceFirst("\\.\\*$", ""))
			.allMatch(this.names::contains);
	}

}
