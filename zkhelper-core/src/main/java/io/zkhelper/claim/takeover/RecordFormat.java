package io.zkhelper.claim.takeover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Payload;

/**
 * How term records are written into nodes and read from them. What can't be read is
 * absent, never an error: it may come from somebody else.
 */
final class RecordFormat {

	private static final long VERSION = 1;

	/** No election gets there by counting, and it leaves room for one more. */
	private static final long MAX_TERM = 1L << 53;

	private RecordFormat() {
	}

	static Payload write(TermRecord record) {
		Payload payload = new Payload().with("v", VERSION)
			.with("term", record.term())
			.with("candidate", record.candidate())
			.with("leaseMillis", record.lease().toMillis())
			.with("state", record.isHeld() ? "HELD" : "RELEASED")
			.with("floor", (record.floor() > 0) ? new FencingToken(record.floor(), 0).toString() : null)
			.with("who", record.tenure().who())
			.with("since", record.tenure().since().toString());
		Ending ending = record.ending();
		return (ending == null) ? payload
				: payload.with("ended", ending.at().toString()).with("reason", ending.reason());
	}

	static Optional<TermRecord> read(byte[] data) {
		return Payload.read(data).flatMap(RecordFormat::read);
	}

	private static Optional<TermRecord> read(Payload payload) {
		Optional<Payload> who = payload.child("who");
		Optional<Long> term = payload.number("term").filter((number) -> number >= 0 && number <= MAX_TERM);
		Optional<Duration> lease = payload.number("leaseMillis")
			.filter((millis) -> millis > 0 && millis < Integer.MAX_VALUE)
			.map(Duration::ofMillis);
		if (who.isEmpty() || term.isEmpty() || lease.isEmpty()) {
			return Optional.empty();
		}
		boolean released = payload.text("state").filter("RELEASED"::equals).isPresent();
		Tenure tenure = new Tenure(who.get(), payload.instant("since").orElse(Instant.EPOCH));
		return Optional.of(new TermRecord(term.get(), payload.text("candidate").orElse(""), tenure, lease.get(),
				floor(payload), released ? ending(payload) : null));
	}

	private static Ending ending(Payload payload) {
		return new Ending(payload.instant("ended").orElse(Instant.EPOCH), payload.text("reason").orElse(""));
	}

	private static long floor(Payload payload) {
		try {
			return payload.text("floor").map(FencingToken::parse).map(FencingToken::zxid).orElse(0L);
		}
		catch (IllegalArgumentException ex) {
			return 0;
		}
	}

}
