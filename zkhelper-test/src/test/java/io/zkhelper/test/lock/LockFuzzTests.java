package io.zkhelper.test.lock;

import java.util.stream.LongStream;

import ch.qos.logback.classic.Level;
import io.zkhelper.test.world.CapturedLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Random courses of locks, each of which can be run again by its seed.
 */
class LockFuzzTests {

	private static final long SEEDS = Long.getLong("zkhelper.lock.seeds", 400);

	@Test
	@DisplayName("I1 I2 I4 I5: whatever happens, one holds at a time, tokens grow, and everybody is served or told")
	void anyCourse() {
		try (CapturedLog log = CapturedLog.of("io.zkhelper", Level.ERROR)) {
			long holds = LongStream.range(0, SEEDS).map(this::run).sum();
			assertThat(holds).as("holds, or this would show nothing").isGreaterThan(3 * SEEDS);
			assertThat(log.messages(Level.ERROR)).isEmpty();
		}
	}

	private long run(long seed) {
		int[] holds = new int[1];
		assertThatNoException().as("seed %d", seed).isThrownBy(() -> holds[0] = new LockFuzz(seed).run());
		return holds[0];
	}

}
