package io.zkhelper.claim.takeover;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.zkhelper.claim.Payload;
import io.zkhelper.session.NodeStats;
import io.zkhelper.session.NodeData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading records of recipes that the record knows nothing of.
 */
class RecordNodeTests {

	private static final String PATH = "/records/locks/ledger";

	private static final TermRecord HELD = new TermRecord(7, "_c_a-lock-0000000001",
			new Tenure(new Payload().with("thread", "main"), Instant.EPOCH), Duration.ofSeconds(2), 5, null);

	private static final RecordNode NODE = new RecordNode(PATH, (who) -> who.text("thread").isPresent());

	@Test
	void saysWhatWasWritten() {
		assertThat(NODE.read(node(HELD.toBytes(), 3)).record()).contains(HELD);
	}

	@Test
	void keepsTheReasonOfTheRecipe() {
		TermRecord released = HELD.released(new Ending(Instant.EPOCH, "anything"), 9);
		assertThat(NODE.read(node(released.toBytes(), 3)).record()).contains(released);
	}

	@Test
	void isUnreadableIfItsHolderMakesNoSense() {
		TermRecord odd = new TermRecord(7, HELD.candidate(), new Tenure(new Payload(), Instant.EPOCH), HELD.lease(), 5,
				null);
		ReadRecord read = NODE.read(node(odd.toBytes(), 3));
		assertThat(read.record()).isEmpty();
		assertThat(read.isBlank()).isFalse();
		assertThat(read.highestToken()).isZero();
	}

	@Test
	void tokenOfAHolderIsTheTransactionThatWroteIt() {
		assertThat(NODE.read(node(HELD.toBytes(), 3)).highestToken()).isEqualTo(9);
		TermRecord released = HELD.released(new Ending(Instant.EPOCH, ""), 8);
		assertThat(NODE.read(node(released.toBytes(), 4)).highestToken()).isEqualTo(8);
	}

	@Test
	void isBlankOnlyIfItWasNeverWritten() {
		assertThat(NODE.read(node(new byte[0], 0)).isBlank()).isTrue();
		assertThat(NODE.read(node(new byte[0], 1)).isBlank()).isFalse();
		assertThat(NODE.read(node("{}".getBytes(StandardCharsets.UTF_8), 0)).isBlank()).isFalse();
	}

	private static NodeData node(byte[] data, int version) {
		return new NodeData(PATH, data, NodeStats.of(1, 9, version, 0));
	}

}
