package io.zkhelper.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node in a queue, by its name.
 *
 * @param name the name of the node
 * @param sequence the number that the server appended
 * @since 1.0.0
 */
public record Contender(String name, int sequence) {

	/** From here on the server's counter is about to stick, or has been seen to. */
	private static final int NEAR_MAXIMUM = Integer.MAX_VALUE - 1_000_000;

	/** What the names of wishes begin with, which stand beside the contenders. */
	private static final String WISH_PREFIX = "wish_";

	/** The markers of Curator's latch and mutex, of plain locks and of kazoo. */
	private static final Pattern FORM = Pattern.compile("(?:.*-latch-|.*-lock-|.*__lock__|lock-)(-?\\d{9,10})");

	/** How many digits a server appends to the name of a node. */
	public static final int DIGITS = 10;

	private static final Pattern ORIGIN = Pattern.compile("_c_[-0-9a-f]{36}-at-([0-7][0-9a-f]{15})-.*");

	/**
	 * Return the name of a node that takes the place of another one.
	 * @param origin the transaction that has made the other one
	 * @param identity the identity of the contender
	 * @param markerAndNumber the rest of the name; the number is that of the other one
	 * @return the name
	 */
	public static String nameInPlaceOf(long origin, String identity, String markerAndNumber) {
		return "_c_%s-at-%016x%s".formatted(identity, origin, markerAndNumber);
	}

	/**
	 * Return the transaction by which the contender has come to its place, if it was not
	 * the one that made this node.
	 * @return the transaction, empty if this node is the first one at its place
	 */
	public Optional<Long> origin() {
		Matcher matcher = ORIGIN.matcher(this.name);
		return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1), 16)).filter((origin) -> origin > 0)
				: Optional.empty();
	}

	/**
	 * Read the name of a node.
	 * @param name the name
	 * @return the contender, empty if the name is none of a contender
	 */
	public static Optional<Contender> parse(String name) {
		Matcher matcher = FORM.matcher(name);
		if (isWish(name) || !matcher.matches() || matcher.group(1).length() < DIGITS) {
			return Optional.empty();
		}
		long sequence = Long.parseLong(matcher.group(1));
		return ((int) sequence == sequence) ? Optional.of(new Contender(name, (int) sequence)) : Optional.empty();
	}

	/**
	 * Return the name of the wish that a contender lets go. The clients of others take
	 * every node for a contender: this name comes last in each of their orders, by text
	 * and by what follows {@code lock-}.
	 * @param name the name of the contender
	 * @return the name of the wish
	 */
	public static String wishFor(String name) {
		return WISH_PREFIX + name.replace('-', '_');
	}

	/**
	 * Return whether a node is a wish, and no contender.
	 * @param name the name of the node
	 * @return {@code true} if it is
	 */
	public static boolean isWish(String name) {
		return name.startsWith(WISH_PREFIX);
	}

	/**
	 * Return whether numbers of this size say nothing about the order (flaw F-01): the
	 * counter of a directory sticks at its maximum, and may turn negative before.
	 * @return {@code true} if the order must come from the transactions
	 */
	public boolean isBeyondCounting() {
		return this.sequence < 0 || this.sequence >= NEAR_MAXIMUM;
	}

	/**
	 * Return whether the name shows an identity.
	 * @param identity the identity
	 * @return {@code true} if it does
	 */
	public boolean hasIdentity(String identity) {
		return this.name.startsWith("_c_" + identity + "-");
	}

}
