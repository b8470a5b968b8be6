package io.zkhelper.fence;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Paths;

/**
 * A token, and whose it is.
 *
 * @param name the name of the election or the lock, of 1 to 200 bytes without control
 * characters
 * @param token the token
 * @since 1.0.0
 */
public record NamedToken(String name, FencingToken token) {

	public NamedToken {
		Paths.segment("a fence", name);
		if (name.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("The name of a fence must not have control characters");
		}
	}

}
