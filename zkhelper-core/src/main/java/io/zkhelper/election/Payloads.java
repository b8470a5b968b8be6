package io.zkhelper.election;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Payload;

/**
 * How participants, records and past terms are written into nodes and read from them.
 * What can't be read is absent, never an error: it may come from somebody else.
 */
final class Payloads {

	private static final long VERSION = 1;

	private Payloads() {
	}

	static Payload write(Participant participant) {
		Payload attributes = new Payload();
		participant.attributes().forEach(attributes::with);
		return new Payload().with("v", VERSION)
			.with("id", participant.id())
			.with("host", participant.host())
			.with("pid", participant.pid())
			.with("address", participant.address())
			.with("attributes", attributes)
			.with("started", participant.started().toString());
	}

	static Optional<Participant> readParticipant(Payload payload) {
		return payload.text("id")
			.filter((id) -> !id.isBlank() && id.length() <= Participant.MAX_ID_LENGTH)
			.map((id) -> new Participant(id, payload.text("host").orElse(""), payload.number("pid").orElse(0L),
					payload.text("address").orElse(""),
					payload.child("attributes").map(Payload::texts).orElse(Map.of()),
					instant(payload, "started").orElse(Instant.EPOCH)));
	}

	static Payload write(TermRecord record) {
		Payload payload = new Payload().with("v", VERSION)
			.with("term", record.term())
			.with("candidate", record.candidate())
			.with("leaseMillis", record.lease().toMillis())
			.with("state", (record.ending() != null) ? "RELEASED" : "HELD")
			.with("floor", (record.floor() > 0) ? new FencingToken(record.floor(), 0).toString() : null)
			.with("who", write(record.tenure().leader()))
			.with("since", record.tenure().since().toString());
		Ending ending = record.ending();
		return (ending == null) ? payload
				: payload.with("ended", ending.at().toString()).with("reason", ending.reason().name());
	}

	/**
	 * Refuse a participant that would be too long for the longest of its nodes.
	 */
	static void requireFits(Participant participant) {
		Tenure tenure = new Tenure(participant, Instant.MAX);
		Ending ending = new Ending(Instant.MAX, LossReason.SESSION_EXPIRED);
		write(new TermRecord(Long.MAX_VALUE, "_c_" + new UUID(0, 0) + "-latch-0000000000", tenure,
				Duration.ofMillis(Long.MAX_VALUE), Long.MAX_VALUE, ending))
			.toBytes();
	}

	static Optional<TermRecord> readRecord(byte[] data) {
		return Payload.read(data).flatMap(Payloads::readRecord);
	}

	private static Optional<TermRecord> readRecord(Payload payload) {
		Optional<Tenure> tenure = readTenure(payload);
		Optional<Long> term = payload.number("term").filter((number) -> number >= 0);
		Optional<Duration> lease = payload.number("leaseMillis")
			.filter((millis) -> millis > 0 && millis < Integer.MAX_VALUE)
			.map(Duration::ofMillis);
		if (tenure.isEmpty() || term.isEmpty() || lease.isEmpty()) {
			return Optional.empty();
		}
		boolean released = payload.text("state").filter("RELEASED"::equals).isPresent();
		return Optional.of(new TermRecord(term.get(), payload.text("candidate").orElse(""), tenure.get(), lease.get(),
				floor(payload), released ? ending(payload) : null));
	}

	private static Optional<Tenure> readTenure(Payload payload) {
		return payload.child("who")
			.flatMap(Payloads::readParticipant)
			.map((leader) -> new Tenure(leader, instant(payload, "since").orElse(Instant.EPOCH)));
	}

	private static Ending ending(Payload payload) {
		return new Ending(instant(payload, "ended").orElse(Instant.EPOCH), reason(payload));
	}

	private static LossReason reason(Payload payload) {
		try {
			return LossReason.valueOf(payload.text("reason").orElse(""));
		}
		catch (IllegalArgumentException ex) {
			// Of a newer version
			return LossReason.STOPPED;
		}
	}

	private static long floor(Payload payload) {
		try {
			return payload.text("floor").map(FencingToken::parse).map(FencingToken::zxid).orElse(0L);
		}
		catch (IllegalArgumentException ex) {
			return 0;
		}
	}

	static Payload write(PastTerm past) {
		return new Payload().with("v", VERSION)
			.with("term", past.number())
			.with("who", write(past.leader()))
			.with("since", past.from().toString())
			.with("ended", past.to().toString())
			.with("reason", past.reason().name());
	}

	static Optional<PastTerm> readPastTerm(byte[] data) {
		return Payload.read(data).flatMap((payload) -> readTenure(payload).map((tenure) -> {
			Ending ending = ending(payload);
			return new PastTerm(payload.number("term").orElse(0L), tenure.leader(), tenure.since(), ending.at(),
					ending.reason());
		}));
	}

	private static Optional<Instant> instant(Payload payload, String field) {
		try {
			return payload.text(field).map(Instant::parse);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
