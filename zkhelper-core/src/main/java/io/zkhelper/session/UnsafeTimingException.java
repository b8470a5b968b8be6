package io.zkhelper.session;

/**
 * Times were asked for that can't keep the promise of at most one holder. The message has
 * the numbers and the remedy.
 *
 * @since 1.0.0
 */
public class UnsafeTimingException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String property;

	/**
	 * Create the exception.
	 * @param property which of the times is wrong: {@code lease} or {@code takeoverDelay}
	 * @param message the numbers and the remedy
	 */
	public UnsafeTimingException(String property, String message) {
		super(message);
		this.property = property;
	}

	/**
	 * Return which of the times is wrong.
	 * @return {@code lease} or {@code takeoverDelay}
	 */
	public String property() {
		return this.property;
	}

}
