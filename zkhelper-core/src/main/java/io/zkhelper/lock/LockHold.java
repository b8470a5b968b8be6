package io.zkhelper.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Guard;
import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock that is held by a node of this process.
 */
final class LockHold implements HeldLock {

	private static final Logger logger = LoggerFactory.getLogger(DistributedLocks.class);

	private final LocalQueue queue;

	private final LockNode node;

	private final int handOver;

	private final LockRequest request;

	private final Moment at;

	private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.HELD);

	private final CompletableFuture<LockLoss> lost = new CompletableFuture<>();

	private final AtomicReference<@Nullable WishWatch> wishes = new AtomicReference<>();

	/**
	 * Create a hold.
	 * @param queue where the lock goes when it is closed
	 * @param node by which it is held
	 * @param handOver how often the node was passed on before
	 * @param request who gets it
	 * @param at since when
	 */
	LockHold(LocalQueue queue, LockNode node, int handOver, LockRequest request, Moment at) {
		this.queue = queue;
		this.node = node;
		this.handOver = handOver;
		this.request = request;
		this.at = at;
	}

	LockNode node() {
		return this.node;
	}

	int handOver() {
		return this.node.handOvers() + this.handOver;
	}

	LockRequest request() {
		return this.request;
	}

	LockOwner owner() {
		return this.request.owner();
	}

	Moment at() {
		return this.at;
	}

	LocalQueue queue() {
		return this.queue;
	}

	boolean isOf(Thread thread) {
		return this.request.thread() == thread;
	}

	FencingToken rawToken() {
		return new FencingToken(this.node.zxid(), this.node.handOvers() + this.handOver);
	}

	@Override
	public String name() {
		return this.queue.spec().name();
	}

	@Override
	public FencingToken token() {
		requireHeld();
		return rawToken();
	}

	@Override
	public Instant since() {
		return this.at.wall();
	}

	@Override
	public boolean isValid() {
		return this.stage.get() == Stage.HELD && this.node.lease().isValid();
	}

	@Override
	public Duration remaining() {
		return (this.stage.get() == Stage.HELD) ? this.node.lease().remaining() : Duration.ZERO;
	}

	@Override
	public void onLost(Consumer<LockLoss> action) {
		this.lost.thenAcceptAsync(action, this.queue.context().listenerExecutor()).exceptionally((ex) -> {
			logger.warn("What was to happen at the loss of lock '{}' has failed", name(), ex);
			return null;
		});
	}

	@Override
	public CompletionStage<LockLoss> lost() {
		return this.lost.minimalCompletionStage();
	}

	@Override
	public Guard guard() {
		requireHeld();
		return new Guard(this.queue.context().client(), this.node.path(), this::isValid);
	}

	@Override
	public void onReleaseRequested(Runnable action) {
		requireHeld();
		WishWatch added = new WishWatch(this.queue.context(), this.node);
		WishWatch present = this.wishes.compareAndExchange(null, added);
		((present != null) ? present : added).listen(action);
		if (present == null) {
			added.start();
		}
		if (this.stage.get() != Stage.HELD) {
			stopListening();
		}
	}

	private void stopListening() {
		WishWatch present = this.wishes.get();
		if (present != null) {
			present.stop();
		}
	}

	private void requireHeld() {
		if (this.stage.get() == Stage.CLOSED) {
			throw new IllegalStateException("The hold of lock '%s' is closed".formatted(name()));
		}
		if (!isValid()) {
			LockLoss why = this.lost.getNow(LockLoss.LEASE_LAPSED);
			throw LockLostException.whileHeld(name(), why);
		}
	}

	@Override
	public CompletionStage<Void> release() {
		close();
		CompletableFuture<Void> released = new CompletableFuture<>();
		this.queue.whenReleased(this,
				() -> this.queue.context().listenerExecutor().execute(() -> released.complete(null)));
		return released.minimalCompletionStage();
	}

	@Override
	public void close() {
		if (end(Stage.CLOSED)) {
			this.queue.release(this);
		}
		else if (this.stage.get() == Stage.LOST) {
			this.queue.remove(this.node);
		}
	}

	/**
	 * Close, and leave the node to somebody else.
	 * @throws LockLostException if the lock was lost
	 * @throws IllegalStateException if this hold is closed
	 */
	void surrender() {
		if (!end(Stage.CLOSED)) {
			requireHeld();
		}
	}

	/**
	 * The lock is lost. Comes on the turnstile of the queue.
	 */
	void lose(LockLoss why) {
		Thread thread = this.request.thread();
		boolean interrupts = thread != null && this.queue.spec().options().isInterruptingOnLoss();
		if (!end(interrupts ? Stage.INTERRUPTING : Stage.LOST)) {
			return;
		}
		if (interrupts && thread != null) {
			thread.interrupt();
			this.stage.set(Stage.LOST);
		}
		logger.warn("Lock '{}' was lost by '{}' after {}, because {}", name(), owner().thread(), age(),
				why.description());
		this.queue.context().listenerExecutor().execute(() -> this.lost.complete(why));
	}

	private Duration age() {
		return this.queue.context().loop().now().since(this.at);
	}

	// A thread that closes while it is being interrupted waits for that moment, so that
	// no interrupt comes afterwards
	private boolean end(Stage next) {
		if (!this.stage.compareAndSet(Stage.HELD, next)) {
			while (this.stage.get() == Stage.INTERRUPTING) {
				Thread.onSpinWait();
			}
			return false;
		}
		stopListening();
		this.queue.context().tell((listener) -> listener.onHoldEnded(this.queue.spec().template(), age()));
		return true;
	}

	@Override
	public String toString() {
		return "HeldLock[name=%s, token=%s, since=%s]".formatted(name(), rawToken(), since());
	}

	/** Where a hold stands. */
	private enum Stage {

		HELD, INTERRUPTING, LOST, CLOSED

	}

}
