package io.zkhelper.election;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Payload;
import io.zkhelper.claim.takeover.Ending;
import io.zkhelper.claim.takeover.ReadRecord;
import io.zkhelper.claim.takeover.Tenure;
import io.zkhelper.claim.takeover.TermRecord;

/**
 * How participants and past terms are written into nodes and read from them. What can't
 * be read is absent, never an error: it may come from somebody else.
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

	static boolean isParticipant(Payload payload) {
		return readParticipant(payload).isPresent();
	}

	static Optional<Participant> readParticipant(Payload payload) {
		return payload.text("id")
			.filter(Participant::isId)
			.map((id) -> new Participant(id, payload.text("host").orElse(""), payload.number("pid").orElse(0L),
					payload.text("address").orElse(""),
					payload.child("attributes").map(Payload::texts).orElse(Map.of()), instant(payload, "started")));
	}

	/**
	 * Refuse a participant that would be too long for the longest of its nodes.
	 */
	static void requireFits(Participant participant) {
		Tenure tenure = new Tenure(write(participant), Instant.MAX);
		Ending ending = new Ending(Instant.MAX, LossReason.SESSION_EXPIRED.name());
		new TermRecord(Long.MAX_VALUE, "_c_" + new UUID(0, 0) + "-latch-0000000000", tenure,
				Duration.ofMillis(Long.MAX_VALUE), Long.MAX_VALUE, ending)
			.toBytes();
	}

	/**
	 * Who leads, or has led, as a record says.
	 */
	static Optional<Participant> readLeader(TermRecord record) {
		return readParticipant(record.tenure().who());
	}

	/**
	 * The term under way, if a record says so and its holder is in the queue.
	 * @param names the names of the candidates
	 */
	static Optional<Term> readTerm(ReadRecord read, List<String> names) {
		return read.record()
			.filter((record) -> record.isHeld() && names.contains(record.candidate()))
			.flatMap((record) -> readLeader(record).map((leader) -> new Term(record.term(), leader,
					new FencingToken(read.token(), 0), record.tenure().since())));
	}

	/**
	 * The term that is over, if a record says so.
	 */
	static Optional<PastTerm> pastTerm(TermRecord record) {
		Ending ending = record.ending();
		return (ending != null && record.term() > 0) ? pastTerm(record, ending) : Optional.empty();
	}

	/**
	 * The term of a record as it will be remembered.
	 */
	static Optional<PastTerm> pastTerm(TermRecord record, Ending ending) {
		return readLeader(record).map((leader) -> new PastTerm(record.term(), leader, record.tenure().since(),
				ending.at(), reason(ending.reason())));
	}

	private static LossReason reason(String text) {
		try {
			return LossReason.valueOf(text);
		}
		catch (IllegalArgumentException ex) {
			// Of a newer version
			return LossReason.STOPPED;
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

	/**
	 * A past term as the content of a node. What somebody else has written of itself may
	 * be too much for that: then it is remembered by its id.
	 */
	static byte[] bytes(PastTerm past) {
		try {
			return write(past).toBytes();
		}
		catch (IllegalArgumentException ex) {
			return write(past.inShort()).toBytes();
		}
	}

	static Optional<PastTerm> readPastTerm(byte[] data) {
		return Payload.read(data)
			.flatMap((payload) -> payload.child("who")
				.flatMap(Payloads::readParticipant)
				.map((leader) -> readPastTerm(payload, leader)));
	}

	private static PastTerm readPastTerm(Payload payload, Participant leader) {
		return new PastTerm(payload.number("term").orElse(0L), leader, instant(payload, "since"),
				instant(payload, "ended"), reason(payload.text("reason").orElse("")));
	}

	/**
	 * What a leader proclaims as the content of a node.
	 * @throws IllegalArgumentException if it is too long
	 */
	static byte[] bytes(Proclaimed proclaimed) {
		Payload payload = new Payload().with("v", VERSION)
			.with("token", proclaimed.token())
			.with("value", proclaimed.text());
		try {
			return payload.toBytes();
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"A value of %d characters is too long to be proclaimed: a node has %d bytes. Proclaim where to find it"
						.formatted(proclaimed.text().length(), Payload.MAX_BYTES),
					ex);
		}
	}

	static Optional<Proclaimed> readProclaimed(byte[] data) {
		return Payload.read(data)
			.flatMap((payload) -> payload.number("token")
				.flatMap((token) -> payload.text("value").map((text) -> new Proclaimed(token, text))));
	}

	private static Instant instant(Payload payload, String field) {
		return payload.instant(field).orElse(Instant.EPOCH);
	}

}
