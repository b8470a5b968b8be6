package io.zkhelper.fuzz;

import java.util.function.Consumer;

/**
 * Tries something with many cases, each drawn from a seed of its own:
 * {@code -Dzkhelper.fuzz=1000000} tries more of them,
 * {@code -Dzkhelper.fuzz.seed=… -Dzkhelper.fuzz=1} one again.
 */
public final class Fuzz {

	private static final int CASES = Integer.getInteger("zkhelper.fuzz", 5_000);

	private static final long FIRST = Long.getLong("zkhelper.fuzz.seed", 1);

	private Fuzz() {
	}

	/**
	 * Try all cases.
	 * @param attempt throws if a case fails
	 */
	public static void each(Consumer<Draw> attempt) {
		for (long seed = FIRST; seed < FIRST + CASES; seed++) {
			attempt(seed, attempt);
		}
	}

	private static void attempt(long seed, Consumer<Draw> attempt) {
		Draw draw = new Draw(seed);
		try {
			attempt.accept(draw);
		}
		catch (RuntimeException | Error ex) {
			throw new AssertionError("Replay with -Dzkhelper.fuzz.seed=%d -Dzkhelper.fuzz=1: %s".formatted(seed, ex),
					ex);
		}
	}

}
