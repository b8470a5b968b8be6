package io.zkhelper.session;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How much a request may carry.
 *
 * @since 1.0.0
 */
public final class RequestSize {

	/** The servers drop the connection at 1 MiB, and all requests under way with it. */
	private static final int MAX_BYTES = 1000 * 1000;

	/** At least what the numbers around each change take. */
	private static final int FRAME = 32;

	private RequestSize() {
	}

	/**
	 * Refuse what would cost the connection.
	 * @param what what it is, for the error
	 * @param changes what it carries
	 * @throws IllegalArgumentException if that is over a million bytes
	 */
	public static void require(String what, List<? extends Change> changes) {
		long bytes = changes.stream().mapToLong(RequestSize::bytesOf).sum();
		if (bytes > MAX_BYTES) {
			throw new IllegalArgumentException(
					"The changes of one %s must not be over %d bytes but have %d".formatted(what, MAX_BYTES, bytes));
		}
	}

	private static long bytesOf(Change change) {
		return FRAME + change.path().getBytes(StandardCharsets.UTF_8).length + contentOf(change);
	}

	private static int contentOf(Change change) {
		if (change instanceof Change.Create create) {
			return create.data().length;
		}
		return (change instanceof Change.SetData set) ? set.data().length : 0;
	}

}
