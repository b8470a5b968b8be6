package io.zkhelper.lock;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to take a lock: granted, failed or given up, whichever comes first.
 */
final class LockRequest {

	private static final Outcome BUSY = new Outcome.Busy();

	private final LockOwner owner;

	private final @Nullable Thread thread;

	private final boolean look;

	private final Moment since;

	private volatile @Nullable LocalQueue queue;

	private volatile Optional<Contender> place = Optional.empty();

	private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

	/**
	 * Create a request.
	 * @param owner who asks
	 * @param thread the thread that waits for it, {@code null} if none does
	 * @param look whether to take one look only
	 * @param since when it was made
	 */
	LockRequest(LockOwner owner, @Nullable Thread thread, boolean look, Moment since) {
		this.owner = owner;
		this.thread = thread;
		this.look = look;
		this.since = since;
	}

	/**
	 * It stands in a queue.
	 */
	void queueIn(LocalQueue queue) {
		this.queue = queue;
	}

	/**
	 * It was given up, and stands in a queue no more.
	 */
	void leave() {
		LocalQueue left = this.queue;
		if (left != null) {
			left.leave(this);
		}
	}

	/**
	 * It has left a queue.
	 * @param where the node that stood there for it, as far as known
	 */
	void onLeft(Optional<Contender> where) {
		this.place = where;
	}

	/**
	 * Return the node that stood in the queue for it when it was given up.
	 */
	Optional<Contender> place() {
		return this.place;
	}

	LockOwner owner() {
		return this.owner;
	}

	@Nullable Thread thread() {
		return this.thread;
	}

	boolean isLook() {
		return this.look;
	}

	Moment since() {
		return this.since;
	}

	/**
	 * What will become of it; cancelled when it is given up.
	 */
	CompletableFuture<Outcome> outcome() {
		return this.outcome;
	}

	/**
	 * Hand over the lock.
	 * @return whether somebody still wants it
	 */
	boolean grant(LockHold hold) {
		return this.outcome.complete(new Outcome.Granted(hold));
	}

	void busy() {
		this.outcome.complete(BUSY);
	}

	void fail(Supplier<? extends LockException> why) {
		this.outcome.complete(new Outcome.Failed(why));
	}

	/**
	 * Want it no more.
	 * @return whether that came before everything else
	 */
	boolean giveUp() {
		// To cancel would say yes a second time
		return this.outcome.completeExceptionally(new CancellationException());
	}

}
