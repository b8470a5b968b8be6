package io.zkhelper.test.memory;

import java.util.Optional;

import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * Ends the operation that can't be applied, and the transaction with it.
 */
final class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ZnodeError error;

	private final @Nullable String path;

	RefusedException(ZnodeError error) {
		this(error, null);
	}

	RefusedException(ZnodeError error, @Nullable String path) {
		super(error.name(), null, false, false);
		this.error = error;
		this.path = path;
	}

	ZnodeError error() {
		return this.error;
	}

	/**
	 * Return which of the operations of a transaction it was.
	 */
	Optional<String> path() {
		return Optional.ofNullable(this.path);
	}

}
