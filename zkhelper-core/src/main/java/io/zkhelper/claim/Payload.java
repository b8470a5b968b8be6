package io.zkhelper.claim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What a node says, as compact JSON: texts, whole numbers and objects of these. Fields
 * that nobody asks for, of newer versions for example, are passed over.
 *
 * @since 1.0.0
 */
public final class Payload {

	/** The longest content of a node of ours. */
	public static final int MAX_BYTES = 4096;

	// What says two things about one field says nothing that can be relied upon
	private static final JsonFactory json = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private final Map<String, Object> fields = new LinkedHashMap<>();

	/**
	 * Read the content of a node.
	 * @param data the content
	 * @return what it says, empty if it is no object of JSON, and nothing but that
	 */
	public static Optional<Payload> read(byte[] data) {
		try (JsonParser parser = json.createParser(ObjectReadContext.empty(), data)) {
			Optional<Payload> payload = (parser.nextToken() == JsonToken.START_OBJECT) ? Optional.of(read(parser))
					: Optional.empty();
			return payload.filter((complete) -> parser.nextToken() == null);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Payload read(JsonParser parser) {
		Payload payload = new Payload();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			switch (parser.nextToken()) {
				case VALUE_STRING -> payload.fields.put(name, parser.getString());
				case VALUE_NUMBER_INT -> number(parser).ifPresent((number) -> payload.fields.put(name, number));
				case START_OBJECT -> payload.fields.put(name, read(parser));
				default -> parser.skipChildren();
			}
		}
		return payload;
	}

	private static Optional<Long> number(JsonParser parser) {
		boolean fits = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
		return fits ? Optional.of(parser.getLongValue()) : Optional.empty();
	}

	/**
	 * Say something.
	 * @param name the name of the field
	 * @param text a text; nothing is said if it is {@code null}
	 * @return this payload
	 */
	public Payload with(String name, @Nullable String text) {
		if (text != null) {
			this.fields.put(name, text);
		}
		return this;
	}

	/**
	 * Say something.
	 * @param name the name of the field
	 * @param number a number
	 * @return this payload
	 */
	public Payload with(String name, long number) {
		this.fields.put(name, number);
		return this;
	}

	/**
	 * Say something.
	 * @param name the name of the field
	 * @param child an object
	 * @return this payload
	 */
	public Payload with(String name, Payload child) {
		this.fields.put(name, child);
		return this;
	}

	/**
	 * Return a text.
	 * @param name the name of the field
	 * @return the text, empty if there is none of that name
	 */
	public Optional<String> text(String name) {
		return Optional.ofNullable(this.fields.get(name)).filter(String.class::isInstance).map(String.class::cast);
	}

	/**
	 * Return a number.
	 * @param name the name of the field
	 * @return the number, empty if there is none of that name
	 */
	public Optional<Long> number(String name) {
		return Optional.ofNullable(this.fields.get(name)).filter(Long.class::isInstance).map(Long.class::cast);
	}

	/**
	 * Return an object.
	 * @param name the name of the field
	 * @return the object, empty if there is none of that name
	 */
	public Optional<Payload> child(String name) {
		return Optional.ofNullable(this.fields.get(name)).filter(Payload.class::isInstance).map(Payload.class::cast);
	}

	/**
	 * Return an instant.
	 * @param name the name of the field
	 * @return the instant, empty if there is none of that name that can be read and lies
	 * between 1970 and 9999, outside of which other times can't be told from it
	 */
	public Optional<Instant> instant(String name) {
		try {
			return text(name).map(Instant::parse)
				.filter((instant) -> !instant.isBefore(Instant.EPOCH) && !instant.isAfter(LATEST));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return all texts.
	 * @return the texts by the names of their fields
	 */
	public Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.fields.keySet().forEach((name) -> text(name).ifPresent((text) -> texts.put(name, text)));
		return texts;
	}

	/**
	 * Return the content for a node.
	 * @return compact JSON in UTF-8
	 * @throws IllegalArgumentException if it has over {@value #MAX_BYTES} bytes
	 */
	public byte[] toBytes() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
			write(generator);
		}
		if (out.size() > MAX_BYTES) {
			throw new IllegalArgumentException(
					"The content of a node must not be over %d bytes but has %d: say less in the attributes"
						.formatted(MAX_BYTES, out.size()));
		}
		return out.toByteArray();
	}

	private void write(JsonGenerator generator) {
		generator.writeStartObject();
		this.fields.forEach((name, value) -> {
			generator.writeName(wellFormed(name));
			if (value instanceof Payload child) {
				child.write(generator);
			}
			else if (value instanceof Long number) {
				generator.writeNumber(number);
			}
			else {
				generator.writeString(wellFormed((String) value));
			}
		});
		generator.writeEndObject();
	}

	// Half a surrogate pair, which JSON can name but UTF-8 not write, becomes '?'
	private static String wellFormed(String text) {
		return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Payload payload && this.fields.equals(payload.fields);
	}

	@Override
	public int hashCode() {
		return this.fields.hashCode();
	}

	@Override
	public String toString() {
		return this.fields.toString();
	}

}
