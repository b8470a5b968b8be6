package io.zkhelper.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What is drawn for one case.
 */
public final class Draw {

	private static final List<String> WORDS = List.of("/", ".", "..", "%", "%2F", "%2f", "zookeeper", "leader",
			"-lock-", "-latch-", "__lock__", "lock-", "wish_", "_c_", "-at-", "e\u0301", "\u00e9", "\ud83d\ude00", "#{",
			"T(", "${", "\u0000", "\n", "\u2028", "\ufffd", "?", " ", "0000000001", "2147483647", "-2147483648");

	private static final String JSON = "{}[]\",:\\0123456789.eE+-truefalsn ud8";

	private final Random random;

	Draw(long seed) {
		// Seeds in a row give first numbers that are alike
		this.random = new Random(seed * 0x9E3779B97F4A7C15L);
	}

	public int number(int bound) {
		return this.random.nextInt(bound);
	}

	public boolean chance(int oneIn) {
		return number(oneIn) == 0;
	}

	/**
	 * Draw a number, often one of those at the edges.
	 */
	public long anyLong() {
		return switch (number(4)) {
			case 0 -> this.random.nextLong();
			case 1 -> Long.MAX_VALUE - number(3);
			case 2 -> Integer.MAX_VALUE - 2L + number(5);
			default -> number(1000);
		};
	}

	@SafeVarargs
	public final <T> T of(T... some) {
		return some[number(some.length)];
	}

	/**
	 * Draw any text: halves of surrogate pairs, control characters and words that mean
	 * something to somebody are among them.
	 */
	public String text(int longest) {
		StringBuilder text = new StringBuilder();
		int length = number(longest + 1);
		while (text.length() < length) {
			switch (number(6)) {
				case 0 -> text.append((char) this.random.nextInt(0x10000));
				case 1 -> text.append((char) (0xD800 + number(0x800)));
				case 2 -> text.appendCodePoint(this.random.nextInt(0x110000));
				case 3 -> text.append(WORDS.get(number(WORDS.size())));
				default -> text.append((char) number(0x80));
			}
		}
		return text.toString();
	}

	/**
	 * Change a text here and there, often in nothing at all.
	 */
	public String changed(String text) {
		StringBuilder changed = new StringBuilder(text);
		for (int i = number(3); i > 0 && changed.length() > 0; i--) {
			int at = number(changed.length());
			switch (number(4)) {
				case 0 -> changed.deleteCharAt(at);
				case 1 -> changed.insert(at, text(3));
				case 2 -> changed.setCharAt(at, (char) number(0x80));
				default -> changed.insert(at, changed.charAt(at));
			}
		}
		return changed.toString();
	}

	public byte[] bytes(int longest) {
		byte[] bytes = new byte[number(longest + 1)];
		this.random.nextBytes(bytes);
		return bytes;
	}

	/**
	 * Draw the content of a node: anything, or something that was right once.
	 * @param right what is right
	 */
	public byte[] content(byte[] right) {
		return switch (number(8)) {
			case 0 -> bytes(200);
			case 1 -> deep().getBytes(StandardCharsets.UTF_8);
			case 2 -> Arrays.copyOf(right, number(right.length + 1));
			case 3 -> right;
			default -> damaged(right);
		};
	}

	private byte[] damaged(byte[] right) {
		byte[] damaged = right.clone();
		for (int i = number(4); i >= 0 && damaged.length > 0; i--) {
			int at = number(damaged.length);
			damaged[at] = chance(3) ? (byte) number(256) : (byte) JSON.charAt(number(JSON.length()));
		}
		return damaged;
	}

	private String deep() {
		String open = of("[", "{\"a\":", "{\"who\":", "[{\"a\":");
		return of("", "{\"who\":") + open.repeat(1 + number(chance(50) ? 200_000 : 1000)) + of("", "1", "}");
	}

	/**
	 * Draw a value of JSON, of any kind.
	 */
	public String json() {
		return of("null", "true", "[]", "[[1]]", "{}", "\"\"", "\" \"", "\"RELEASED\"", "\"HELD\"", "-1", "0", "1.5",
				"1e999", Long.toString(anyLong()), "9".repeat(1 + number(1100)), "\"\\ud800\"", "\"\\u0000\\n\"",
				"\"+1000000000-12-31T23:59:59.999999999Z\"", "\"2026-11-21T10:02:11Z\"",
				"\"7fffffffffffffff-00000000\"", "\"ffffffffffffffff-00000000\"",
				"\"" + "x".repeat(number(5000)) + "\"", "{\"id\":\"x\",\"id\":\"y\"}", "{\"id\":\"\\ud800\"}",
				"{\"id\":\"" + "y".repeat(number(400)) + "\"}");
	}

	/**
	 * Draw an object of JSON with some of these fields, of any kind.
	 */
	public byte[] object(String... fields) {
		StringBuilder object = new StringBuilder("{");
		for (int i = number(fields.length + 2); i >= 0; i--) {
			object.append('"').append(chance(10) ? "more" : of(fields)).append("\":").append(json()).append(',');
		}
		return object.append("\"v\":")
			.append(chance(3) ? json() : "1")
			.append('}')
			.toString()
			.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "a draw";
	}

}
