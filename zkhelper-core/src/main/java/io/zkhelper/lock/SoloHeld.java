package io.zkhelper.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Guard;
import org.jspecify.annotations.Nullable;

/**
 * A lock held within this process, for as long as it takes.
 */
final class SoloHeld implements HeldLock {

	private static final Duration UNLIMITED = Duration.ofDays(10_000);

	private final SoloPlace place;

	private final SoloQueues queues;

	private final Wishes wishes;

	private final Instant since = Instant.now();

	private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

	private final CompletableFuture<LockLoss> lost = new CompletableFuture<>();

	SoloHeld(SoloPlace place, SoloQueues queues) {
		this.place = place;
		this.queues = queues;
		this.wishes = new Wishes(queues.executor());
	}

	SoloPlace place() {
		return this.place;
	}

	Wishes wishes() {
		return this.wishes;
	}

	boolean isWriteLockOf(SoloDesk desk) {
		return this.queues == desk.queues() && name().equals(desk.lock())
				&& this.place.request().share().kind() == LocalLock.Kind.WRITE;
	}

	@Override
	public String name() {
		return this.place.request().lock();
	}

	@Override
	public FencingToken token() {
		requireHeld();
		return this.place.token();
	}

	private void requireHeld() {
		State current = this.state.get();
		if (current.loss() != null) {
			throw LockLostException.whileHeld(name(), current.loss());
		}
		if (current == State.CLOSED) {
			throw new IllegalStateException("The hold of lock '%s' is closed".formatted(name()));
		}
	}

	@Override
	public Instant since() {
		return this.since;
	}

	@Override
	public boolean isValid() {
		return this.state.get() == State.OPEN;
	}

	@Override
	public Duration remaining() {
		return isValid() ? UNLIMITED : Duration.ZERO;
	}

	@Override
	public void onLost(Consumer<LockLoss> action) {
		this.lost.thenAccept((reason) -> this.queues.executor().execute(() -> action.accept(reason)));
	}

	@Override
	public CompletionStage<LockLoss> lost() {
		return this.lost.minimalCompletionStage();
	}

	@Override
	public Guard guard() {
		requireHeld();
		return new Guard(null, "/", this::isValid);
	}

	@Override
	public void onReleaseRequested(Runnable action) {
		this.wishes.listen(action);
	}

	@Override
	public CompletionStage<Void> release() {
		close();
		return CompletableFuture.allOf().minimalCompletionStage();
	}

	@Override
	public void close() {
		if (finish()) {
			this.queues.leave(this.place);
		}
	}

	/**
	 * Be over, without leaving the place.
	 * @return whether it was not over before
	 */
	boolean finish() {
		return this.state.compareAndSet(State.OPEN, State.CLOSED);
	}

	void lose(LockLoss reason) {
		if (this.state.compareAndSet(State.OPEN, new State(reason))) {
			Thread thread = this.place.request().thread();
			if (thread != null && this.place.request().interrupting()) {
				thread.interrupt();
			}
			this.queues.executor().execute(() -> this.lost.complete(reason));
		}
	}

	private record State(@Nullable LockLoss loss) {

		static final State OPEN = new State(null);

		static final State CLOSED = new State(null);

	}

}
