package io.zkhelper.claim;

import java.util.regex.Pattern;

/**
 * Number that grows with every change of holder, so that a resource can refuse a holder
 * from the past.
 * <p>
 * ZooKeeper assigns the first part; it does not depend on any clock. It goes back only
 * when the ensemble is restored from a backup or wiped.
 *
 * @param zxid the transaction that made the process the holder
 * @param handOver how often the process has passed it on among its own threads since
 * @since 1.0.0
 */
public record FencingToken(long zxid, int handOver) implements Comparable<FencingToken> {

	/**
	 * Lower case only, since other forms of the same token would sort elsewhere.
	 */
	private static final Pattern FORM = Pattern.compile("[0-7][0-9a-f]{15}-[0-7][0-9a-f]{7}");

	private static final int SHOWN = 40;

	public FencingToken {
		if (zxid <= 0) {
			throw new IllegalArgumentException("'zxid' must be positive but was " + zxid);
		}
		if (handOver < 0) {
			throw new IllegalArgumentException("'handOver' must not be negative but was " + handOver);
		}
	}

	/**
	 * Return the token that {@link #toString()} has written.
	 * @param text sixteen and eight hexadecimal digits, in lower case, with a hyphen in
	 * between
	 * @return the token
	 * @throws IllegalArgumentException if the text is not of that form
	 */
	public static FencingToken parse(String text) {
		if (!FORM.matcher(text).matches()) {
			throw new IllegalArgumentException(
					"'%s' is no fencing token: expected a text such as '0000000100000005-00000000'"
						.formatted((text.length() > SHOWN) ? text.substring(0, SHOWN) + "…" : text));
		}
		return new FencingToken(Long.parseLong(text, 0, 16, 16), Integer.parseInt(text, 17, text.length(), 16));
	}

	/**
	 * Return whether this token was given out after the other one.
	 * @param other the token to compare with
	 * @return {@code true} if this token is the newer one
	 */
	public boolean isNewerThan(FencingToken other) {
		return compareTo(other) > 0;
	}

	@Override
	public int compareTo(FencingToken other) {
		int byTransaction = Long.compare(this.zxid, other.zxid);
		return (byTransaction != 0) ? byTransaction : Integer.compare(this.handOver, other.handOver);
	}

	/**
	 * Return the fixed-width text form, which sorts like the token.
	 * @return sixteen and eight hexadecimal digits with a hyphen in between
	 */
	@Override
	public String toString() {
		return "%016x-%08x".formatted(this.zxid, this.handOver);
	}

}
