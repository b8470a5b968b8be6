package io.zkhelper.fence;

import io.zkhelper.claim.FencingToken;

/**
 * A write was refused because a newer token has passed the fence: whoever showed this one
 * leads no more, or holds the lock no more, and may not know yet. There is nothing to
 * retry.
 *
 * @since 1.0.0
 */
public class StaleLeaderException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String name;

	private final String token;

	private final String newest;

	/**
	 * Create the exception.
	 * @param name whose token it is
	 * @param token the token that was shown
	 * @param newest the newest token that has passed
	 */
	public StaleLeaderException(String name, FencingToken token, FencingToken newest) {
		super("Token '%s' of '%s' is refused: a newer one, '%s', has passed the fence. Whoever shows the older one leads no more. "
			.formatted(token, name, newest)
				+ "If ZooKeeper was restored from a backup or wiped, tokens have gone back: make sure that nobody from before still writes, then let the fence forget '%s'"
					.formatted(name));
		this.name = name;
		this.token = token.toString();
		this.newest = newest.toString();
	}

	/**
	 * Return whose token it is.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the token that was shown.
	 * @return the older token
	 */
	public FencingToken token() {
		return FencingToken.parse(this.token);
	}

	/**
	 * Return the newest token that had passed when this one was refused.
	 * @return the newer token
	 */
	public FencingToken newest() {
		return FencingToken.parse(this.newest);
	}

}
