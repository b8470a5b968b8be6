package io.zkhelper.session;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Proof that something is held, to be put into a transaction: the transaction is applied
 * only if the holder's node still exists.
 *
 * @since 1.0.0
 */
public final class Guard {

	private final @Nullable ZkClient client;

	private final String path;

	private final BooleanSupplier open;

	/**
	 * Create a proof. Applications get theirs from what they hold.
	 * @param client the client that holds the node, {@code null} if no server is involved
	 * @param path the holder's node, never used again after its end
	 * @param open whether it is still held, as far as this process knows
	 */
	public Guard(@Nullable ZkClient client, String path, BooleanSupplier open) {
		this.client = client;
		this.path = path;
		this.open = open;
	}

	Change.Check check() {
		return new Change.Check(this.path, Change.ANY_VERSION);
	}

	boolean isOpen() {
		return this.open.getAsBoolean();
	}

	boolean belongsTo(ZkClient client) {
		return this.client == client;
	}

	@Override
	public String toString() {
		return "Guard[" + this.path + "]";
	}

}
