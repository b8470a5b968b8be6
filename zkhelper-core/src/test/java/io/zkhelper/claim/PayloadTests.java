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
				"{\"v\":99,\"new\":[1,{\"id\":\"x\"}],\"flag\":true,\"id\":\"me\",\"pi\":3.14,\"none\":null,\"big\":99999999999999999999}");
		assertThat(payload.text("id")).contains("me");
		assertThat(payload.number("v")).contains(99L);
		assertThat(payload.text("flag")).isEmpty();
		assertThat(payload.child("new")).isEmpty();
		assertThat(payload.number("big")).isEmpty();
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
	@ValueSource(strings = { "+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z",
			"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z" })
	void instantsFarFromTheRestAreAbsent(String text) {
		assertThat(new Payload().with("since", text).instant("since")).isEmpty();
	}

	@Test
	void halvesOfPairsAreReplaced() {
		Payload read = Payload.read(new Payload().with("a\ud800", "\udc00b").toBytes()).orElseThrow();
		assertThat(read.text("a?")).contains("?b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{", "{\"a\":", "10.0.0.1", "\u0000\u0001", "{\"n\":1} x",
			"{\"n\":1,\"n\":2}" })
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
