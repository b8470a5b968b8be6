package io.zkhelper.claim;

/**
 * A token that is not above one that was given out before: the servers have gone back.
 *
 * @param token the token
 * @param highest the highest one that was given out before
 * @since 1.0.0
 */
public record StaleToken(FencingToken token, FencingToken highest) {

	/**
	 * Create from transactions.
	 * @param token the transaction of the token
	 * @param highest the transaction of the highest one
	 * @return the stale token
	 */
	public static StaleToken of(long token, long highest) {
		return new StaleToken(new FencingToken(token, 0), new FencingToken(highest, 0));
	}

	/**
	 * Say what has happened and what to do about it.
	 * @param restart what an operator has to do with the processes and with what they
	 * keep, besides emptying the fence, to have older tokens accepted
	 * @return the reason and the remedies
	 */
	public String explain(String restart) {
		return ("its token %s is not above %s, which was given out before. Were the servers restored from a backup, or wiped? "
				+ "Either restart the ensemble's leader until the epoch, the first eight digits, is above that; "
				+ "or accept older tokens, as a stand-alone server without epochs demands: %s")
			.formatted(this.token, this.highest, restart);
	}

}
