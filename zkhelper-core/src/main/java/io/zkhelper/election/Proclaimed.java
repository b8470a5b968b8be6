package io.zkhelper.election;

import java.nio.charset.StandardCharsets;

/**
 * What a leader has told everybody.
 *
 * @param token the token of the term in which it did
 * @param text what it told
 */
record Proclaimed(long token, String text) {

	Proclaimed {
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw new IllegalArgumentException(
					"A value to be proclaimed must be text, but '%s' has one half of a surrogate pair".formatted(text));
		}
	}

}
