package io.zkhelper.claim;

import java.util.Optional;

import io.zkhelper.fuzz.Draw;
import io.zkhelper.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as the content of a node.
 */
class PayloadFuzzTests {

	@Test
	void anyBytesAreAnObjectOrNone() {
		int[] read = new int[1];
		Fuzz.each((draw) -> {
			byte[] right = payload(draw, 2).toBytes();
			byte[] data = draw.chance(2) ? draw.object("id", "since", "who") : draw.content(right);
			Optional<Payload> payload = Payload.read(data);
			payload.ifPresent((present) -> {
				read[0]++;
				present.instant("since");
				present.texts();
			});
		});
		assertThat(read[0]).isPositive();
	}

	@Test
	void whatIsWrittenComesBack() {
		Fuzz.each((draw) -> {
			Payload payload = payload(draw, 3);
			byte[] written = payload.toBytes();
			Payload read = Payload.read(written).orElseThrow();
			assertThat(read.toBytes()).isEqualTo(written);
			assertThat(read.number("number")).isEqualTo(payload.number("number"));
		});
	}

	private static Payload payload(Draw draw, int depth) {
		Payload payload = new Payload().with("v", 1)
			.with("number", draw.anyLong())
			.with("text", draw.text(40))
			.with("since", "2026-11-21T10:02:11.120Z");
		return (depth > 0 && draw.chance(2)) ? payload.with("who", payload(draw, depth - 1)) : payload;
	}

}
