package io.zkhelper.tree;

/**
 * Others have changed the same nodes each time that something was tried. What was done
 * before that, as deleting a part of a subtree, stays done.
 *
 * @since 1.0.0
 */
public class TreeChangedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String path;

	private final int attempts;

	TreeChangedException(String what, String path, int attempts) {
		super("%s was given up at '%s' after %d attempts, because others changed the same nodes each time: try later, or set 'attempts' higher"
			.formatted(what, path, attempts));
		this.path = path;
		this.attempts = attempts;
	}

	/**
	 * Return where it was given up.
	 * @return the path; of a transaction, that of the first node which was another one at
	 * last
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return how often it was tried.
	 * @return the number of attempts
	 */
	public int attempts() {
		return this.attempts;
	}

}
