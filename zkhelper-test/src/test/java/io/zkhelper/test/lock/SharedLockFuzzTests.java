package io.zkhelper.test.lock;

import java.util.stream.LongStream;

import ch.qos.logback.classic.Level;
import io.zkhelper.test.world.CapturedLog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locks that some may hold together, with random faults on virtual time.
 * <p>
 * {@code -Dzkhelper.lock.shared.seeds=20000} says how many seeds to try (300 by default),
 * {@code -Dzkhelper.lock.shared.seed=4711} tries one again.
 */
class SharedLockFuzzTests {

	private static final int SEEDS = Integer.getInteger("zkhelper.lock.shared.seeds", 300);

	private static final Long SEED = Long.getLong("zkhelper.lock.shared.seed");

	@Test
	void nobodyIsInWhoMustNotBeAndNobodyIsForgotten() {
		try (CapturedLog log = CapturedLog.of("io.zkhelper", Level.ERROR)) {
			LongStream seeds = (SEED != null) ? LongStream.of(SEED) : LongStream.range(0, SEEDS);
			seeds.forEach(SharedLockFuzzTests::play);
			assertThat(log.messages(Level.ERROR)).isEmpty();
		}
	}

	private static void play(long seed) {
		try (SharedLockFuzz fuzz = new SharedLockFuzz(seed)) {
			fuzz.play();
		}
		catch (RuntimeException | AssertionError ex) {
			throw new AssertionError("Seed " + seed, ex);
		}
	}

}
