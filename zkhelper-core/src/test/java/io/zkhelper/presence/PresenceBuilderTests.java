package io.zkhelper.presence;

import java.time.Duration;

import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PresenceBuilderTests {

	private final ZkClient client = ZkClient.connect(ZkClientOptions.of("127.0.0.1:1"));

	@AfterEach
	void close() {
		this.client.closeAsync();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "/", "/a/", "/a//b", "/a/../b" })
	void aPathHasToBeOne(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> Presence.builder(this.client, path))
			.withMessageContaining("'" + path + "'");
	}

	@Test
	void whatMakesNoSenseIsRefusedAtOnce() {
		PresenceBuilder builder = Presence.builder(this.client, "/a");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.data(new byte[4097]))
			.withMessage("The data of a presence must not be over 4096 bytes but have 4097");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.waitAtMost(Duration.ZERO))
			.withMessage("'waitAtMost' must be positive but was PT0S");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> builder.recreateDelay(Duration.ofSeconds(2), Duration.ofSeconds(1)));
		Presence presence = builder.build();
		assertThatIllegalArgumentException().isThrownBy(() -> presence.update(new byte[5000]));
	}

}
