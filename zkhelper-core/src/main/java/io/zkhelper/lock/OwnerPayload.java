package io.zkhelper.lock;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import io.zkhelper.claim.Payload;
import io.zkhelper.lock.LockOwner.OwnerProcess;

/**
 * How those who stand in the queue of a lock are written into their nodes and read from
 * them. What others have written is shown as far as it can be understood: Curator writes
 * an address, zk.go a host and a process id, kazoo any text.
 */
final class OwnerPayload {

	private static final long VERSION = 1;

	private static final int LONGEST_NAME = 400;

	private static final int LONGEST_DESCRIPTION = 2000;

	private static final String GUID = "guid";

	private OwnerPayload() {
	}

	/**
	 * Write an owner. What is too long is cut: together it always fits into a node.
	 */
	static Payload write(LockOwner owner) {
		return new Payload().with("v", VERSION)
			.with("id", cut(owner.process().instance(), LONGEST_NAME))
			.with("host", cut(owner.process().host(), LONGEST_NAME))
			.with("pid", owner.process().pid())
			.with("thread", cut(owner.thread(), LONGEST_NAME))
			.with("since", owner.since().toString())
			.with("description", owner.description().isEmpty() ? null : cut(owner.description(), LONGEST_DESCRIPTION))
			.with("trace", owner.trace().map((trace) -> cut(trace, LONGEST_NAME)).orElse(null));
	}

	/**
	 * Write an owner together with the identity of its node, whose name has no place for
	 * that.
	 */
	static Payload write(LockOwner owner, String guid) {
		return write(owner).with(GUID, guid);
	}

	/**
	 * Return the identity that a node has in its content.
	 */
	static Optional<String> guid(byte[] data) {
		return Payload.read(data).flatMap((payload) -> payload.text(GUID));
	}

	/**
	 * Read an owner.
	 * @return the owner, empty if nothing tells who it is; {@link Instant#EPOCH} stands
	 * for a time that is not known
	 */
	static Optional<LockOwner> read(byte[] data) {
		return Payload.read(data).map(OwnerPayload::read).orElseGet(() -> readText(data));
	}

	private static Optional<LockOwner> read(Payload payload) {
		Optional<String> host = either(payload, "host", "hostname");
		return payload.text("id")
			.or(() -> host)
			.map((id) -> new OwnerProcess(cut(id, LONGEST_NAME), cut(host.orElse(""), LONGEST_NAME),
					payload.number("pid").orElse(0L)))
			.map((process) -> new LockOwner(process, cut(payload.text("thread").orElse(""), LONGEST_NAME),
					payload.instant("since").orElse(Instant.EPOCH),
					cut(either(payload, "description", "desc").orElse(""), LONGEST_DESCRIPTION),
					payload.text("trace").map((trace) -> cut(trace, LONGEST_NAME))));
	}

	private static Optional<String> either(Payload payload, String name, String otherName) {
		return payload.text(name).or(() -> payload.text(otherName));
	}

	private static Optional<LockOwner> readText(byte[] data) {
		if (data.length > LONGEST_NAME) {
			return Optional.empty();
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
			return Optional.of(text)
				.filter((name) -> !name.isBlank() && name.chars().noneMatch(Character::isISOControl))
				.map((name) -> new LockOwner(new OwnerProcess(name, name, 0), "", Instant.EPOCH, "", Optional.empty()));
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	private static String cut(String text, int bytes) {
		StringBuilder fitting = new StringBuilder();
		int left = bytes;
		for (int character : text.codePoints().limit(bytes).map(OwnerPayload::writable).toArray()) {
			left -= lengthOf(character);
			if (left < 0) {
				break;
			}
			fitting.appendCodePoint(character);
		}
		return fitting.toString();
	}

	// Halves of pairs can't be encoded, control characters make logs and consoles go mad
	private static int writable(int character) {
		boolean odd = Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
		return odd ? '?' : character;
	}

	private static int lengthOf(int character) {
		return (character == '"' || character == '\\') ? 2
				: Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
	}

}
