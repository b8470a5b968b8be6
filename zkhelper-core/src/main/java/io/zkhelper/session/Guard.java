package io.zkhelper.session;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Proof that something is held, to be put into a transaction: the transaction is applied
 * only if the holder's node still exists, or all of its nodes where several things are
 * held together.
 *
 * @since 1.0.0
 */
public final class Guard {

	private final @Nullable ZkClient client;

	private final List<String> paths;

	private final BooleanSupplier open;

	/**
	 * Create a proof. Applications get theirs from what they hold.
	 * @param client the client that holds the node, {@code null} if no server is involved
	 * @param path the holder's node, never used again after its end
	 * @param open whether it is still held, as far as this process knows
	 */
	public Guard(@Nullable ZkClient client, String path, BooleanSupplier open) {
		this(client, List.of(path), open);
	}

	private Guard(@Nullable ZkClient client, List<String> paths, BooleanSupplier open) {
		this.client = client;
		this.paths = paths;
		this.open = open;
	}

	/**
	 * Return the proof that several things are held.
	 * @param parts a proof of each, all of the same client
	 * @return the proof of all
	 * @throws IllegalArgumentException if there is none, or they are of different clients
	 */
	public static Guard ofAll(List<Guard> parts) {
		if (parts.stream().map((part) -> Optional.ofNullable(part.client)).distinct().count() != 1) {
			throw new IllegalArgumentException("The parts must be of one client but were " + parts);
		}
		return new Guard(parts.get(0).client, parts.stream().flatMap((part) -> part.paths.stream()).toList(),
				() -> parts.stream().allMatch(Guard::isOpen));
	}

	/**
	 * Return how a transaction ended that this proof was part of.
	 * @param answer what the servers said to it
	 * @return how it ended
	 */
	public CommitResult resultOf(Answer<?> answer) {
		if (answer.isOk()) {
			return new CommitResult.Committed();
		}
		Refusal why = answer.why();
		if (why.error().isOutcomeUnknown()) {
			return new CommitResult.Unknown(why);
		}
		boolean ended = why.error() == ZnodeError.NO_NODE && this.paths.contains(why.path());
		return ended ? new CommitResult.Fenced() : new CommitResult.Refused(why);
	}

	List<Change.Check> checks() {
		return this.paths.stream().map((path) -> new Change.Check(path, Change.ANY_VERSION)).toList();
	}

	boolean isOpen() {
		return this.open.getAsBoolean();
	}

	boolean belongsTo(ZkClient client) {
		return this.client == client;
	}

	@Override
	public String toString() {
		return "Guard" + this.paths;
	}

}
