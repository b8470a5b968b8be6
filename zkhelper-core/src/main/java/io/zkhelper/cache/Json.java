package io.zkhelper.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An object of JSON. What is missing, null or of another kind than asked for is absent.
 *
 * @param fields its fields: texts, whole numbers, truth values, objects and lists
 */
record Json(Map<String, Object> fields) {

	private static final JsonFactory factory = JsonFactory.builder().build();

	static Optional<Json> read(byte[] text) {
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
			return (parser.nextToken() == JsonToken.START_OBJECT) ? Optional.of(object(parser)) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Json object(JsonParser parser) {
		Map<String, Object> fields = new LinkedHashMap<>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			Object value = value(parser);
			if (value != null) {
				fields.put(name, value);
			}
		}
		return new Json(fields);
	}

	private static @Nullable Object value(JsonParser parser) {
		return switch (parser.currentToken()) {
			case VALUE_STRING -> parser.getString();
			case VALUE_TRUE -> true;
			case VALUE_FALSE -> false;
			case VALUE_NUMBER_INT -> parser.getLongValue();
			case START_OBJECT -> object(parser);
			case START_ARRAY -> list(parser);
			default -> null;
		};
	}

	private static List<Object> list(JsonParser parser) {
		List<Object> values = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			Object value = value(parser);
			if (value != null) {
				values.add(value);
			}
		}
		return values;
	}

	<T> Optional<T> get(String name, Class<T> type) {
		return Optional.ofNullable(this.fields.get(name)).filter(type::isInstance).map(type::cast);
	}

	String text(String name) {
		return get(name, String.class).orElse("");
	}

	long number(String name) {
		return get(name, Long.class).orElse(0L);
	}

	boolean isTrue(String name) {
		return get(name, Boolean.class).orElse(false);
	}

	<T> List<T> list(String name, Class<T> type) {
		List<?> values = get(name, List.class).orElse(List.of());
		return values.stream().filter(type::isInstance).<T>map(type::cast).toList();
	}

}
