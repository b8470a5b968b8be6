package io.zkhelper.cache;

/**
 * None of the servers that were asked over HTTP has answered.
 *
 * @since 1.0.0
 */
public class CacheUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message which servers, and what each has said
	 * @param cause what the last one has said
	 */
	public CacheUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
