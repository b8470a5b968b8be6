package io.zkhelper.lock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.zkhelper.claim.Payload;
import io.zkhelper.lock.LockOwner.OwnerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nodes say about who stands in the queue of a lock.
 */
class OwnerPayloadTests {

	private static final LockOwner OWNER = new LockOwner(new OwnerProcess("orders-7f9c", "node-a", 4711), "worker-3",
			Instant.parse("2026-11-21T10:02:11.120Z"), "monthly report", Optional.of("4bf92f3577b34da6"));

	private static Optional<LockOwner> read(String content) {
		return OwnerPayload.read(content.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void readsWhatItHasWritten() {
		assertThat(OwnerPayload.read(OwnerPayload.write(OWNER).toBytes())).contains(OWNER);
		LockOwner terse = new LockOwner(OWNER.process(), "", OWNER.since(), "", Optional.empty());
		assertThat(OwnerPayload.read(OwnerPayload.write(terse).toBytes())).contains(terse);
	}

	@Test
	void writesWhatOthersCanRead() {
		assertThat(new String(OwnerPayload.write(OWNER, "g-1").toBytes(), StandardCharsets.UTF_8)).isEqualTo(
				"""
						{"v":1,"id":"orders-7f9c","host":"node-a","pid":4711,"thread":"worker-3",\
						"since":"2026-11-21T10:02:11.120Z","description":"monthly report","trace":"4bf92f3577b34da6","guid":"g-1"}""");
	}

	@Test
	void findsTheIdentityOfANode() {
		assertThat(OwnerPayload.guid(OwnerPayload.write(OWNER, "g-1").toBytes())).contains("g-1");
		assertThat(OwnerPayload.guid(OwnerPayload.write(OWNER).toBytes())).isEmpty();
		assertThat(OwnerPayload.guid("10.0.0.1".getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\"", "\\", "\u0000", "\u0085", "ä", "語", "😀", "\uD83D", "\uDE00" })
	void fitsIntoANodeWhateverItSays(String character) {
		String endless = character.repeat(5000);
		LockOwner owner = new LockOwner(new OwnerProcess(endless, endless, Long.MAX_VALUE), endless, Instant.MAX,
				endless, Optional.of(endless));
		byte[] written = OwnerPayload.write(owner, new UUID(0, 0).toString()).toBytes();
		assertThat(written.length).isLessThanOrEqualTo(Payload.MAX_BYTES);
		LockOwner read = OwnerPayload.read(written).orElseThrow();
		assertThat(read.thread()).hasSizeBetween(100, 400).hasSizeLessThan(endless.length());
		assertThat(read.description()).hasSizeGreaterThanOrEqualTo(500);
	}

	@Test
	void showsTheAddressThatCuratorWrites() {
		LockOwner owner = read("10.0.0.1").orElseThrow();
		assertThat(owner.process()).isEqualTo(new OwnerProcess("10.0.0.1", "10.0.0.1", 0));
		assertThat(owner.since()).isEqualTo(Instant.EPOCH);
	}

	@Test
	void showsWhatZkGoWrites() {
		LockOwner owner = read("{\"desc\":\"reparent\",\"hostname\":\"db-7\",\"pid\":99}").orElseThrow();
		assertThat(owner.process()).isEqualTo(new OwnerProcess("db-7", "db-7", 99));
		assertThat(owner.description()).isEqualTo("reparent");
	}

	@Test
	void passesOverWhatItDoesNotUnderstand() {
		LockOwner owner = read("{\"v\":9,\"id\":\"a\",\"pid\":\"?\",\"since\":\"late\",\"more\":[1]}").orElseThrow();
		assertThat(owner)
			.isEqualTo(new LockOwner(new OwnerProcess("a", "", 0), "", Instant.EPOCH, "", Optional.empty()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u0001\u0002", "{}", "{\"v\":1}" })
	void knowsWhenNothingIsSaid(String content) {
		assertThat(read(content)).isEmpty();
	}

	@Test
	void doesNotTakeBinaryContentForAName() {
		assertThat(OwnerPayload.read(new byte[] { (byte) 0xFF, (byte) 0xFE, 1 })).isEmpty();
		assertThat(read("x".repeat(401))).isEmpty();
	}

	@Test
	void anObstacleOmitsATimeThatIsNotKnown() {
		assertThat(new Obstacle(read("10.0.0.1").orElseThrow(), 2, ""))
			.hasToString("held by '10.0.0.1', 2 contenders ahead");
		assertThat(new Obstacle(OWNER, 1, "").toString()).startsWith("held by 'orders-7f9c' since ")
			.endsWith(", 1 contender ahead");
	}

}
