package io.zkhelper.boot.actuate;

import org.jspecify.annotations.Nullable;

/**
 * The servers could not be asked about a lock.
 */
class LocksUnavailableException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	LocksUnavailableException(String lock, String why, @Nullable Throwable cause) {
		super("The servers could not be asked about lock %s: %s".formatted(lock, why), cause);
	}

}
