package io.zkhelper.election;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.zkhelper.claim.Payload;
import io.zkhelper.session.NodeStats;
import io.zkhelper.claim.takeover.Ending;
import io.zkhelper.claim.takeover.RecordNode;
import io.zkhelper.claim.takeover.Tenure;
import io.zkhelper.claim.takeover.TermRecord;
import io.zkhelper.session.NodeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What elections write into nodes, and read from nodes of anybody.
 */
class PayloadsTests {

	private static final Participant LEADER = new Participant("orders-1", "node-a", 42, "http://node-a:8080",
			Map.of("zone", "a"), Instant.parse("2026-11-21T10:02:11.120Z"));

	private static final TermRecord HELD = new TermRecord(7, "_c_a-latch-0000000001",
			new Tenure(Payloads.write(LEADER), LEADER.started()), Duration.ofMillis(3500), 0x100000004L, null);

	private static final TermRecord RELEASED = new TermRecord(7, HELD.candidate(), HELD.tenure(), HELD.lease(), 9,
			new Ending(Instant.parse("2026-11-21T11:00:00Z"), LossReason.RESIGNED.name()));

	/** What builds before this one have written. */
	private static final String TEXT = """
			{"v":1,"term":7,"candidate":"_c_a-latch-0000000001","leaseMillis":3500,"state":"%s","floor":"%s",\
			"who":{"v":1,"id":"orders-1","host":"node-a","pid":42,"address":"http://node-a:8080",\
			"attributes":{"zone":"a"},"started":"2026-11-21T10:02:11.120Z"},"since":"2026-11-21T10:02:11.120Z"%s}""";

	@Test
	void participantsComeBack() {
		Payload payload = Payload.read(Payloads.write(LEADER).toBytes()).orElseThrow();
		assertThat(Payloads.readParticipant(payload)).contains(LEADER);
	}

	@Test
	void recordsComeBackHeldAndReleased() {
		assertThat(read(HELD.toBytes())).contains(HELD);
		assertThat(read(RELEASED.toBytes())).contains(RELEASED);
	}

	@Test
	void heldRecordsLookAsTheyAlwaysHave() {
		byte[] bytes = TEXT.formatted("HELD", "0000000100000004-00000000", "").getBytes(StandardCharsets.UTF_8);
		assertThat(HELD.toBytes()).asString(StandardCharsets.UTF_8)
			.isEqualTo(new String(bytes, StandardCharsets.UTF_8));
		assertThat(read(bytes)).contains(HELD);
	}

	@Test
	void releasedRecordsLookAsTheyAlwaysHave() {
		byte[] bytes = TEXT
			.formatted("RELEASED", "0000000000000009-00000000",
					",\"ended\":\"2026-11-21T11:00:00Z\",\"reason\":\"RESIGNED\"")
			.getBytes(StandardCharsets.UTF_8);
		assertThat(RELEASED.toBytes()).asString(StandardCharsets.UTF_8)
			.isEqualTo(new String(bytes, StandardCharsets.UTF_8));
		assertThat(read(bytes)).contains(RELEASED);
	}

	@Test
	void participantsThatWouldNotFitIntoARecordAreRefused() {
		Participant chatty = LEADER.withAttributes(Map.of("story", "x".repeat(3700)));
		assertThat(Payloads.write(chatty).toBytes()).hasSizeLessThan(Payload.MAX_BYTES);
		assertThatIllegalArgumentException().isThrownBy(() -> Payloads.requireFits(chatty))
			.withMessageContaining("say less in the attributes");
	}

	@Test
	void pastTermsComeBack() {
		PastTerm past = Payloads
			.pastTerm(HELD, new Ending(Instant.parse("2026-11-21T11:00:00Z"), LossReason.VANISHED.name()))
			.orElseThrow();
		assertThat(Payloads.readPastTerm(Payloads.write(past).toBytes())).contains(past);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "not json", "{}", "{\"term\":1}", "{\"term\":-1,\"leaseMillis\":1,\"who\":{\"id\":\"x\"}}",
					"{\"term\":1,\"leaseMillis\":0,\"who\":{\"id\":\"x\"}}",
					"{\"term\":1,\"leaseMillis\":5,\"who\":{\"id\":\" \"}}", "{\"term\":1,\"who\":{\"id\":\"x\"}}" })
	void recordsThatCannotBeTrustedAreUnreadable(String text) {
		assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	@Test
	void recordsOfNewerVersionsAreRead() {
		String newer = "{\"v\":9,\"term\":8,\"candidate\":\"c\",\"leaseMillis\":100,\"state\":\"RELEASED\",\"who\":{\"id\":\"x\",\"started\":\"?\"},"
				+ "\"reason\":\"NEW\",\"floor\":\"odd\",\"more\":[]}";
		TermRecord record = read(newer.getBytes(StandardCharsets.UTF_8)).orElseThrow();
		assertThat(record.term()).isEqualTo(8);
		assertThat(record.isHeld()).isFalse();
		assertThat(record.floor()).isZero();
	}

	private static Optional<TermRecord> read(byte[] data) {
		NodeData node = new NodeData("/leader", data, NodeStats.of(1, 9, 3, 0));
		return new RecordNode(node.path(), Payloads::isParticipant).read(node).record();
	}

}
