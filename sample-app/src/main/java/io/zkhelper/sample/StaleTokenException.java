package io.zkhelper.sample;

import io.zkhelper.claim.FencingToken;

/**
 * A write was refused because somebody with a newer token has passed the fence already:
 * whoever tried leads no more, and did not know yet.
 */
class StaleTokenException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient FencingToken token;

	StaleTokenException(FencingToken token) {
		super("Token '%s' is older than the newest one that has passed the fence".formatted(token));
		this.token = token;
	}

	FencingToken token() {
		return this.token;
	}

}
