package io.zkhelper.boot.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The embedded server can't run in this process, for a reason that a person can do
 * something about.
 *
 * @since 1.0.0
 */
public class EmbeddedServerUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	/**
	 * Create the exception.
	 * @param message what is wrong
	 * @param remedy what to do about it
	 * @param cause what brought it to light, if anything was thrown
	 */
	public EmbeddedServerUnavailableException(String message, String remedy, @Nullable Throwable cause) {
		super(message, cause);
		this.remedy = remedy;
	}

	/**
	 * Return what to do about it.
	 * @return one or two sentences
	 */
	public String remedy() {
		return this.remedy;
	}

}
