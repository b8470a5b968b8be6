package io.zkhelper.presence;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DelayTests {

	@Test
	void liesBetweenItsBounds() {
		Delay delay = new Delay(Duration.ofSeconds(5), Duration.ofSeconds(60));
		assertThat(delay.pick(0)).isEqualTo(Duration.ofSeconds(5));
		assertThat(delay.pick(1 << 15)).isEqualTo(Duration.ofMillis(32_500));
		assertThat(delay.pick(-1)).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(60));
		assertThat(delay.pick(Integer.MIN_VALUE)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void isRefusedWhenItsBoundsMakeNoSense() {
		Duration second = Duration.ofSeconds(1);
		assertThatIllegalArgumentException().isThrownBy(() -> new Delay(second, Duration.ZERO))
			.withMessageContaining("from PT1S to PT0S");
		assertThatIllegalArgumentException().isThrownBy(() -> new Delay(second.negated(), second));
	}

}
