package io.zkhelper.session;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two clocks: the faster one for who must not be late, the one nobody sets for who waits.
 */
class MomentTests {

	private final ManualLoop clocks = new ManualLoop();

	private final Moment start = this.clocks.now();

	@Test
	void aWallClockSetForwardEndsLeasesAndNoWaits() {
		this.clocks.pass(Duration.ofSeconds(1), Duration.ofSeconds(9));
		assertThat(this.clocks.now().since(this.start)).isEqualTo(Duration.ofSeconds(9));
		assertThat(this.clocks.now().surelySince(this.start)).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void aWallClockSetBackProlongsNothing() {
		this.clocks.pass(Duration.ofSeconds(1), Duration.ofSeconds(-9));
		assertThat(this.clocks.now().since(this.start)).isEqualTo(Duration.ofSeconds(1));
		assertThat(this.clocks.now().surelySince(this.start)).isEqualTo(Duration.ofSeconds(1));
	}

}
