package io.zkhelper.boot.cache;

/**
 * A path is valid, and nobody may read it here.
 *
 * @since 1.0.0
 */
public class HiddenPathException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	HiddenPathException(String message) {
		super(message);
	}

}
