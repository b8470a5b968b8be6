package io.zkhelper.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an IDE shows about the properties.
 */
class ConfigurationMetadataTests {

	private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

	@Test
	void everyPropertyHasADescription() throws IOException {
		assertThat(read("$.properties[?(!@.description || @.description == '')].name")).isEmpty();
	}

	@Test
	void everyPropertyHasAType() throws IOException {
		assertThat(read("$.properties[?(!@.type)].name")).isEmpty();
	}

	@Test
	void propertiesStayInTheirNamespaces() throws IOException {
		assertThat(read("$.properties[*].name"))
			.allMatch((name) -> name.matches("(zkhelper|management\\.(endpoint|health))\\..*"));
	}

	private static List<String> read(String path) throws IOException {
		return JsonPath.read(Files.readString(METADATA), path);
	}

}
