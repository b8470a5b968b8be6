package io.zkhelper.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Guard;

/**
 * A lock that is held, until it is closed or lost. What is lost stays lost: to hold again
 * is another hold. Can be used by any thread.
 *
 * @since 1.0.0
 */
public interface HeldLock extends AutoCloseable {

	/**
	 * Return the name of the lock.
	 * @return the name
	 */
	String name();

	/**
	 * Return the token that grows with every holder. Of several locks held together, the
	 * greatest of theirs, which grows as long as all holders take the same ones.
	 * @return the token
	 * @throws LockLostException if the lock was lost
	 * @throws IllegalStateException if this hold is closed
	 */
	FencingToken token();

	/**
	 * Return since when the lock is held, by this machine's clock.
	 * @return the instant
	 */
	Instant since();

	/**
	 * Return whether the lock is still held, by a comparison of clocks at the call.
	 * @return {@code false} once it is closed or lost
	 */
	boolean isValid();

	/**
	 * Return how long the lock is held without another heartbeat.
	 * @return the time, zero once it is closed or lost
	 */
	Duration remaining();

	/**
	 * Call back when the lock is lost, on an executor for listeners and after
	 * {@link #isValid()} has become {@code false}; at once if it was lost before. Never
	 * called if it is closed first.
	 * @param action takes the reason
	 */
	void onLost(Consumer<LockLoss> action);

	/**
	 * Return what completes when the lock is lost; never if it is closed first.
	 * @return the reason to come
	 */
	CompletionStage<LockLoss> lost();

	/**
	 * Return proof for a fenced transaction.
	 * @return the proof, refused by {@code commit} once this hold is closed or lost
	 * @throws LockLostException if the lock was lost
	 * @throws IllegalStateException if this hold is closed
	 */
	Guard guard();

	/**
	 * Call back when somebody asks the holder to let go, see
	 * {@link DistributedLocks#requestRelease}. It is up to the action to do so. Costs a
	 * request to the servers.
	 * @param action runs on an executor for listeners, once for each wish
	 */
	void onReleaseRequested(Runnable action);

	/**
	 * Return the locks that this one consists of, each with its own token.
	 * @return the parts of several locks held together, otherwise this one
	 */
	default List<HeldLock> parts() {
		return List.of(this);
	}

	/**
	 * Let go, and tell when the servers know. A lock that was lost, or is held by the
	 * next thread of this process, is not touched; but see {@link #close()} on persistent
	 * ones.
	 * @return completes when others can get the lock, at once if they can already;
	 * completed on an executor for listeners and never exceptionally. While the servers
	 * are away it waits for them, at most until the session expires
	 */
	CompletionStage<Void> release();

	/**
	 * Let go. Returns at once: the servers are told in the background, for as long as it
	 * takes. So another process that looks right afterwards may still find the lock busy;
	 * and when this process exits right afterwards, the lock may stay until the session
	 * expires. {@link #release()} and {@code ZkClient.close()} are there for those who
	 * must know. A second call does nothing, nor does one after a loss, unless the lock
	 * is {@linkplain LockOptions#persistent(boolean) persistent}: then the node that has
	 * outlived the loss is removed in the background.
	 */
	@Override
	void close();

}
