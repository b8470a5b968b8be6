package io.zkhelper.claim.takeover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.NodeStats;
import io.zkhelper.claim.Payload;
import io.zkhelper.claim.QueueMemory;
import io.zkhelper.claim.Safety;
import io.zkhelper.claim.takeover.Succession.Predecessor;
import io.zkhelper.fuzz.Draw;
import io.zkhelper.fuzz.Fuzz;
import io.zkhelper.session.LeaseRules;
import io.zkhelper.session.Moment;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Timing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as a term record: who is first waits as long as what can be read demands, and
 * else the longer of its own delay and a session, and writes a record that can be read.
 */
class RecordFuzzTests {

	private static final Duration SESSION = Duration.ofSeconds(12);

	private static final Contender OWN = new Contender("_c_own-latch-0000000001", 1);

	private static final byte[] RIGHT = new TermRecord(7, "_c_a-latch-0000000001",
			new Tenure(new Payload().with("id", "a"), Instant.EPOCH), Duration.ofSeconds(2), 5, null)
		.toBytes();

	private final LeaseRules rules = new LeaseRules(Timing.DEFAULT, SESSION);

	private final Succession succession = new Succession(new Precaution(Safety.STRICT, null, null), this.rules);

	private final RecordNode node = new RecordNode("/leader", (who) -> who.text("id").isPresent());

	@Test
	void anyRecordHasItsDelayAndASuccessor() {
		int[] readable = new int[1];
		Fuzz.each((draw) -> {
			ReadRecord read = this.node.read(new NodeData("/leader", content(draw), NodeStats.of(1, 9, 3, 0)));
			readable[0] += read.record().isPresent() ? 1 : 0;
			assertThat(this.succession.delay(read, draw.of(Predecessor.NOBODY, Predecessor.ANOTHER)))
				.isEqualTo(read.record().map(this::delay).orElse(SESSION));
			requireSuccessor(draw, read);
		});
		assertThat(readable[0]).isPositive();
	}

	private Duration delay(TermRecord record) {
		return record.isHeld() ? this.rules.takeoverDelay(record.lease()) : Duration.ZERO;
	}

	private void requireSuccessor(Draw draw, ReadRecord read) {
		Position position = new Position("/own", OWN, List.of(OWN), new Moment(0, Instant.EPOCH),
				new Position.Past(new QueueMemory(), false, false, draw.number(5)));
		TermRecord next = new TermRecord(position.termAfter(read), OWN.name(),
				new Tenure(new Payload().with("id", "own"), Instant.EPOCH), Duration.ofSeconds(2), read.highestToken(),
				null);
		Optional<TermRecord> back = RecordFormat.read(next.toBytes());
		assertThat(next.term()).isGreaterThan(read.term());
		// A count that somebody has made up is given up rather than exceeded
		assertThat(back.isPresent()).isEqualTo(read.term() < 1L << 53);
		assertThat(back.filter((record) -> !record.equals(next))).isEmpty();
	}

	private static byte[] content(Draw draw) {
		return draw.chance(2) ? draw.content(RIGHT)
				: draw.object("term", "candidate", "leaseMillis", "state", "floor", "who", "since", "ended", "reason");
	}

}
