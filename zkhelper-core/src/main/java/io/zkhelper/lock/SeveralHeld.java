package io.zkhelper.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Guard;
import org.jspecify.annotations.Nullable;

/**
 * Several locks held together. The first loss among them ends it; the others stay held
 * until it is closed, so that nobody gets at what they protect before the holder has
 * wound up.
 */
final class SeveralHeld implements HeldLock {

	private final String name;

	private final List<HeldLock> parts;

	private final Executor executor;

	private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

	private final CompletableFuture<LockLoss> lost = new CompletableFuture<>();

	private SeveralHeld(String name, List<HeldLock> parts, Executor executor) {
		this.name = name;
		this.parts = List.copyOf(parts);
		this.executor = executor;
	}

	/**
	 * Hold locks together.
	 * @throws LockLostException if one of them was lost while others were still taken
	 */
	static SeveralHeld of(String name, List<HeldLock> parts, Executor executor) {
		SeveralHeld held = new SeveralHeld(name, parts, executor);
		try {
			parts.forEach(HeldLock::token);
		}
		catch (LockLostException ex) {
			throw LockLostException.whileWaiting(name, ex.reason());
		}
		parts.forEach((part) -> part.onLost(held::lose));
		return held;
	}

	private void lose(LockLoss reason) {
		if (this.state.compareAndSet(State.OPEN, new State(reason))) {
			this.lost.complete(reason);
		}
	}

	private void requireHeld() {
		State current = this.state.get();
		if (current.loss() != null) {
			throw LockLostException.whileHeld(this.name, current.loss());
		}
		if (current == State.CLOSED) {
			throw new IllegalStateException("The hold of lock '%s' is closed".formatted(this.name));
		}
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public FencingToken token() {
		requireHeld();
		return this.parts.stream().map(HeldLock::token).max(Comparator.naturalOrder()).orElseThrow();
	}

	@Override
	public Instant since() {
		return this.parts.stream().map(HeldLock::since).max(Comparator.naturalOrder()).orElseThrow();
	}

	@Override
	public boolean isValid() {
		return this.state.get() == State.OPEN && this.parts.stream().allMatch(HeldLock::isValid);
	}

	@Override
	public Duration remaining() {
		return isValid() ? this.parts.stream().map(HeldLock::remaining).min(Comparator.naturalOrder()).orElseThrow()
				: Duration.ZERO;
	}

	@Override
	public void onLost(Consumer<LockLoss> action) {
		this.lost.thenAccept((reason) -> this.executor.execute(() -> action.accept(reason)));
	}

	@Override
	public CompletionStage<LockLoss> lost() {
		return this.lost.minimalCompletionStage();
	}

	@Override
	public Guard guard() {
		requireHeld();
		return Guard.ofAll(this.parts.stream().map(HeldLock::guard).toList());
	}

	@Override
	public void onReleaseRequested(Runnable action) {
		this.parts.forEach((part) -> part.onReleaseRequested(action));
	}

	@Override
	public List<HeldLock> parts() {
		return this.parts;
	}

	@Override
	public CompletionStage<Void> release() {
		this.state.compareAndSet(State.OPEN, State.CLOSED);
		return CompletableFuture
			.allOf(this.parts.stream()
				.map((part) -> part.release().toCompletableFuture())
				.toArray(CompletableFuture[]::new))
			.minimalCompletionStage();
	}

	@Override
	public void close() {
		this.state.compareAndSet(State.OPEN, State.CLOSED);
		this.parts.forEach(HeldLock::close);
	}

	/**
	 * How it stands.
	 *
	 * @param loss why it was lost, {@code null} if it was not
	 */
	private record State(@Nullable LockLoss loss) {

		static final State OPEN = new State(null);

		static final State CLOSED = new State(null);

	}

}
