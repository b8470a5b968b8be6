package io.zkhelper.lock;

import java.time.Instant;
import java.util.Optional;

import io.zkhelper.claim.Payload;
import io.zkhelper.fuzz.Draw;
import io.zkhelper.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as the content of a node in the queue of a lock, and any text as an owner.
 */
class OwnerPayloadFuzzTests {

	@Test
	void anyContentIsAnOwnerOrNone() {
		int[] read = new int[1];
		Fuzz.each((draw) -> {
			byte[] content = draw.chance(2) ? draw.content(OwnerPayload.write(owner(draw)).toBytes())
					: draw.object("id", "host", "hostname", "pid", "thread", "since", "description", "desc", "trace");
			OwnerPayload.guid(content);
			OwnerPayload.read(content).ifPresent((owner) -> {
				read[0]++;
				assertThat(new Obstacle(owner, 1, "").toString()).startsWith("held by '").doesNotContain("\n");
				requireFits(owner);
			});
		});
		assertThat(read[0]).isPositive();
	}

	@Test
	void anyOwnerFitsIntoANode() {
		Fuzz.each((draw) -> requireFits(owner(draw)));
	}

	private static void requireFits(LockOwner owner) {
		byte[] written = OwnerPayload.write(owner, "g").toBytes();
		assertThat(written).hasSizeLessThanOrEqualTo(Payload.MAX_BYTES);
		assertThat(OwnerPayload.read(written)).isPresent();
	}

	private static LockOwner owner(Draw draw) {
		int longest = draw.chance(50) ? 3000 : 20;
		LockOwner.OwnerProcess process = new LockOwner.OwnerProcess(draw.text(longest), draw.text(longest),
				draw.anyLong());
		return new LockOwner(process, draw.text(longest), Instant.EPOCH, draw.text(longest),
				Optional.of(draw.text(longest)));
	}

}
