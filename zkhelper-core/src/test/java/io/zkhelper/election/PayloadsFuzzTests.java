package io.zkhelper.election;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.zkhelper.claim.Payload;
import io.zkhelper.fuzz.Draw;
import io.zkhelper.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any id of a participant, and any bytes as a participant or a past term.
 */
class PayloadsFuzzTests {

	@Test
	void anyIdIsRefusedOrComesBack() {
		int[] accepted = new int[1];
		Fuzz.each((draw) -> {
			String id = draw.text(draw.chance(3) ? 250 : 12);
			try {
				Participant participant = participant(draw, id);
				accepted[0]++;
				Payload read = Payload.read(Payloads.write(participant).toBytes()).orElseThrow();
				assertThat(Payloads.readParticipant(read)).map(Participant::id).contains(id);
			}
			catch (IllegalArgumentException ex) {
				assertThat(ex).hasMessageContaining("The id of a participant must")
					.hasMessageEndingWith("'" + id + "'");
			}
		});
		assertThat(accepted[0]).isPositive();
	}

	private static Participant participant(Draw draw, String id) {
		return new Participant(id, draw.text(20), draw.anyLong(), draw.text(20), Map.of(draw.text(5), draw.text(20)),
				Instant.EPOCH);
	}

	@Test
	void anyPastTermCanBeShownAndRemembered() {
		int[] read = new int[1];
		Fuzz.each((draw) -> Payloads.readPastTerm(content(draw)).ifPresent((past) -> {
			read[0]++;
			assertThat(Duration.between(past.from(), past.to()).abs()).isLessThan(Duration.ofDays(3_000_000));
			PastTerm back = Payloads.readPastTerm(Payloads.bytes(past)).orElseThrow();
			assertThat(back.number()).isEqualTo(past.number());
			assertThat(back.leader().id()).isEqualTo(past.leader().id());
		}));
		assertThat(read[0]).isPositive();
	}

	private static byte[] content(Draw draw) {
		PastTerm right = new PastTerm(7, participant(draw, "a"), Instant.EPOCH, Instant.EPOCH, LossReason.RESIGNED);
		return draw.chance(2) ? draw.content(Payloads.write(right).toBytes())
				: draw.object("term", "who", "since", "ended", "reason", "who", "who");
	}

}
