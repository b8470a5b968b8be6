package io.zkhelper.claim;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Contents of nodes.
 */
class PayloadTests {

	@Test
	void isCompactJson() {
		byte[] data = new Payload().with("v", 1)
			.with("id", "a\"b")
			.with("who", new Payload().with("host", "h"))
			.toBytes();
		assertThat(new String(data, StandardCharsets.UTF_8))
			.isEqualTo("{\"v\":1,\"id\":\"a\\\"b\",\"who\":{\"host\":\"h\"}}");
	}

	@Test
	void passesOverWhatItDoesNotKnow() {
		Payload payload = read(
				"{\"v\":99,\"new\":[1,{\"id\":\"x\"}],\"flag\":true,\"id\":\"me\",\"pi\":3.14,\"none\":null}");
		assertThat(payload.text("id")).contains("me");
		assertThat(payload.number("v")).contains(99L);
		assertThat(payload.text("flag")).isEmpty();
		assertThat(payload.child("new")).isEmpty();
	}

	@Test
	void comesBackAsItWas() {
		Payload payload = new Payload().with("v", 1).with("who", new Payload().with("host", "h"));
		assertThat(Payload.read(payload.toBytes())).contains(payload);
		assertThat(payload).isNotEqualTo(new Payload().with("v", 1).with("who", new Payload().with("host", "g")));
	}

	@Test
	void whatIsNoInstantIsAbsent() {
		Payload payload = new Payload().with("since", "2026-11-21T10:02:11.120Z").with("ended", "?").with("v", 1);
		assertThat(payload.instant("since")).contains(Instant.parse("2026-11-21T10:02:11.120Z"));
		assertThat(payload.instant("ended")).isEmpty();
		assertThat(payload.instant("v")).isEmpty();
		assertThat(payload.instant("at")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "null", "[]", "{", "{\"a\":", "10.0.0.1", "\u0000\u0001", "{\"n\":99999999999999999999}" })
	void whatIsNoObjectIsAbsent(String text) {
		assertThat(Payload.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	@Test
	void tooMuchIsRefusedBeforeAnyServerSeesIt() {
		Payload payload = new Payload().with("x", "x".repeat(5000));
		assertThatIllegalArgumentException().isThrownBy(payload::toBytes)
			.withMessageContaining("4096 bytes but has 5008");
	}

	private static Payload read(String text) {
		return Payload.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
	}

}
