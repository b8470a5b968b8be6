package io.zkhelper.test.memory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.zookeeper.common.PathUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Nodes written down as one object of JSON, whose names are paths and whose values are
 * contents. Everything is read and checked before anything is made of it.
 */
final class NodeFile {

	private static final JsonFactory json = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final Map<String, byte[]> contents = new LinkedHashMap<>();

	private String at = "before the first path";

	private NodeFile() {
	}

	/**
	 * Read nodes.
	 * @return the contents by paths, in the order in which they are written
	 * @throws IllegalArgumentException if it can't be read, with the line, the column and
	 * the path
	 */
	static Map<String, byte[]> read(String text) {
		NodeFile file = new NodeFile();
		try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
			file.read(parser);
		}
		catch (JacksonException ex) {
			throw file.unreadable(ex.getLocation(), ex.getOriginalMessage(), ex);
		}
		return file.contents;
	}

	private void read(JsonParser parser) {
		require(parser.nextToken() == JsonToken.START_OBJECT, parser, "an object of paths and contents is expected");
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String path = parser.currentName();
			this.at = "at '%s'".formatted(path);
			requireValid(path, parser);
			parser.nextToken();
			this.contents.put(path, content(parser));
		}
		this.at = "after the last path";
		require(parser.nextToken() == null, parser, "nothing is expected behind the object");
	}

	private void requireValid(String path, JsonParser parser) {
		try {
			PathUtils.validatePath(path);
		}
		catch (IllegalArgumentException ex) {
			throw unreadable(parser.currentTokenLocation(), String.valueOf(ex.getMessage()), ex);
		}
		require(!(path + "/").startsWith("/zookeeper/"), parser, "what is below '/zookeeper' is the server's own");
	}

	private static byte[] content(JsonParser parser) {
		return switch (parser.currentToken()) {
			case VALUE_NULL -> new byte[0];
			case VALUE_STRING -> parser.getString().getBytes(StandardCharsets.UTF_8);
			default -> compact(parser);
		};
	}

	private static byte[] compact(JsonParser parser) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
			generator.copyCurrentStructureExact(parser);
		}
		return out.toByteArray();
	}

	private void require(boolean holds, JsonParser parser, String expected) {
		if (!holds) {
			throw unreadable(parser.currentTokenLocation(), expected, null);
		}
	}

	private IllegalArgumentException unreadable(TokenStreamLocation location, String why, @Nullable Exception cause) {
		return new IllegalArgumentException("The nodes can't be read in line %d, column %d, %s: %s"
			.formatted(location.getLineNr(), location.getColumnNr(), this.at, why), cause);
	}

}
