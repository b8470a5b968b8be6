package io.zkhelper.cache;

/**
 * A server that was asked over HTTP does not answer such a question: the path is not one
 * of those that it shows, for example.
 *
 * @since 1.0.0
 */
public class CacheRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	/**
	 * Create an exception.
	 * @param message which server, and why
	 * @param status the HTTP status
	 */
	public CacheRefusedException(String message, int status) {
		super(message);
		this.status = status;
	}

	/**
	 * Return the HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

}
