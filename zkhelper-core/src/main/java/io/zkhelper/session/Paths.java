package io.zkhelper.session;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.zookeeper.common.PathUtils;

/**
 * Paths of nodes, and names as parts of them.
 *
 * @since 1.0.0
 */
public final class Paths {

	/** How many bytes a name may have, in UTF-8. */
	public static final int MAX_NAME_BYTES = 200;

	private static final String HEX = "0123456789ABCDEF";

	private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

	private Paths() {
	}

	/**
	 * Return a name as one segment of a path: everything but letters, digits, {@code _ -}
	 * and inner dots is percent-encoded, so that different names never meet.
	 * @param kind what is named, for the error
	 * @param name the name as a person wrote it
	 * @return the segment
	 * @throws IllegalArgumentException if it is blank, over {@value #MAX_NAME_BYTES}
	 * bytes, or no text because it has one half of a surrogate pair
	 */
	public static String segment(String kind, String name) {
		byte[] bytes = encode(kind, name);
		if (name.isBlank()) {
			throw new IllegalArgumentException(
					"The name of %s must not be empty or blank but was '%s'".formatted(kind, name));
		}
		if (bytes.length > MAX_NAME_BYTES) {
			throw new IllegalArgumentException("The name of %s must not be over %d bytes but '%s…' has %d"
				.formatted(kind, MAX_NAME_BYTES, name.substring(0, Math.min(40, name.length())), bytes.length));
		}
		StringBuilder segment = new StringBuilder();
		for (int i = 0; i < bytes.length; i++) {
			appendEncoded(segment, bytes[i], i);
		}
		return segment.toString();
	}

	// Java's default would write '?' for half a pair, and so give two names one path
	private static byte[] encode(String kind, String name) {
		try {
			ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(name));
			return Arrays.copyOf(bytes.array(), bytes.limit());
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("The name of %s must be text, but '%s' has one half of a surrogate pair"
				.formatted(kind, name.substring(0, Math.min(40, name.length()))), ex);
		}
	}

	private static void appendEncoded(StringBuilder segment, byte value, int index) {
		// A leading dot is encoded, since "." and ".." are no names to ZooKeeper
		boolean innerDot = value == '.' && index > 0;
		if (innerDot || PLAIN.indexOf(value) >= 0) {
			segment.append((char) value);
		}
		else {
			segment.append('%').append(HEX.charAt((value >> 4) & 0xF)).append(HEX.charAt(value & 0xF));
		}
	}

	/**
	 * Return the last segment of a path.
	 * @param path the path
	 * @return the name
	 */
	public static String nameOf(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/**
	 * Return the path without its last segment.
	 * @param path the path
	 * @return the parent, {@code /} for the top level
	 */
	public static String parentOf(String path) {
		return path.substring(0, Math.max(1, path.lastIndexOf('/')));
	}

	/**
	 * Return the path of a child.
	 * @param parent the path of the parent
	 * @param name the last segment
	 * @return the path
	 */
	public static String childOf(String parent, String name) {
		return parent.equals("/") ? "/" + name : parent + "/" + name;
	}

	static void requireRoot(String root) {
		require("root", root);
		if (root.equals("/")) {
			throw new IllegalArgumentException("The root must not be '/': choose a node of its own, as '/zkhelper'");
		}
	}

	/**
	 * Refuse what is not a path.
	 * @param what what the path is for, for the error
	 * @param path the path
	 * @throws IllegalArgumentException if it is not valid
	 */
	public static void require(String what, String path) {
		require(what, path, false);
	}

	/**
	 * Refuse what is not a path. That of a sequential node may end with {@code /}: then
	 * its name is what the server appends.
	 * @param what what the path is for, for the error
	 * @param path the path
	 * @param sequential whether the server completes it
	 * @throws IllegalArgumentException if it is not valid
	 */
	public static void require(String what, String path, boolean sequential) {
		try {
			PathUtils.validatePath(path, sequential);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"The %s '%s' is not a valid path: it must begin with '/', must not end with it, no segment may be empty, '.' or '..', and no character may be a control character, a surrogate as in emojis, or of private use"
						.formatted(what, path),
					ex);
		}
	}

}
