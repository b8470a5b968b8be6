package io.zkhelper.cache;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CacheOptions}.
 */
class CacheOptionsTests {

	@Test
	void refusesWhatCanNotWork() {
		CacheOptions options = CacheOptions.DEFAULT;
		assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxEntries(0))
			.withMessage("'maxEntries' must be at least 1 but was 0");
		assertThatIllegalArgumentException().isThrownBy(() -> options.withRefreshLimit(-1))
			.withMessage("'refreshLimit' must be at least 1 but was -1");
		assertThatIllegalArgumentException().isThrownBy(() -> options.withRefreshAfter(Duration.ZERO))
			.withMessage("'refreshAfter' must be positive but was PT0S");
		assertThatIllegalArgumentException().isThrownBy(() -> options.withMaxStaleness(Duration.ofSeconds(-1)))
			.withMessage("'maxStaleness' must not be negative but was PT-1S");
	}

}
