package io.zkhelper.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A file with a JSON object of texts. Unlike what others write into nodes, a person can
 * correct it: so nothing in it is passed over.
 *
 * @param file where it is
 */
record CellFile(Path file) implements CellSource {

	static final String VARIABLE = "ZK_CLIENT_CONFIG";

	private static final Path DEFAULT = Path.of("/etc/zookeeper/zk_client.json");

	private static final JsonFactory JSON = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	static Path location(Map<String, String> environment) {
		String named = environment.getOrDefault(VARIABLE, "");
		return named.isBlank() ? DEFAULT : Path.of(named);
	}

	@Override
	public Map<String, String> load() {
		try {
			Map<String, String> entries = parse(Files.readAllBytes(this.file));
			CellEntries.of(entries);
			return entries;
		}
		catch (NoSuchFileException ex) {
			throw new CellFileException(this.file, "it does not exist", ex);
		}
		catch (IOException ex) {
			throw new CellFileException(this.file, "it can't be read (%s)".formatted(ex), ex);
		}
		catch (JacksonException ex) {
			throw new CellFileException(this.file, "it is not valid JSON, " + explain(ex), ex);
		}
		catch (IllegalArgumentException ex) {
			throw new CellFileException(this.file, String.valueOf(ex.getMessage()), ex);
		}
	}

	private static String explain(JacksonException ex) {
		// What follows is about a source that the parser was not told
		String problem = ex.getOriginalMessage().split(" \\(start marker", 2)[0];
		return "line %d, column %d: %s".formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr(),
				problem);
	}

	private static Map<String, String> parse(byte[] json) {
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
			require(parser.nextToken() == JsonToken.START_OBJECT, "it is not a JSON object");
			Map<String, String> entries = new LinkedHashMap<>();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String key = parser.currentName();
				require(parser.nextToken() == JsonToken.VALUE_STRING, "the value of '%s' is not a text".formatted(key));
				entries.put(key, parser.getString());
			}
			require(parser.nextToken() == null, "something follows the JSON object");
			return entries;
		}
	}

	private static void require(boolean condition, String problem) {
		if (!condition) {
			throw new IllegalArgumentException(problem);
		}
	}

}
