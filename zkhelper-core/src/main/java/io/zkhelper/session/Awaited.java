package io.zkhelper.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Something that threads wait for.
 *
 * @param <T> the type of what they get
 * @since 1.0.0
 */
public final class Awaited<T> {

	private static final Duration FOR_EVER = Duration.ofDays(100_000);

	private final Executor loop;

	private final Supplier<Optional<T>> source;

	private final List<CompletableFuture<T>> waiting = new ArrayList<>();

	/**
	 * Create something to wait for.
	 * @param loop the event loop
	 * @param source yields it once it is there; called by any thread
	 */
	public Awaited(Executor loop, Supplier<Optional<T>> source) {
		this.loop = loop;
		this.source = source;
	}

	/**
	 * Look again, on the event loop, after something has changed.
	 */
	public void update() {
		if (!this.waiting.isEmpty()) {
			this.source.get().ifPresent((value) -> {
				this.waiting.forEach((future) -> future.complete(value));
				this.waiting.clear();
			});
		}
	}

	/**
	 * Wait, on any thread but the event loop.
	 * @param timeout how long to wait; zero to look once
	 * @return what was waited for, empty after the timeout
	 * @throws InterruptedException if the thread was interrupted
	 */
	public Optional<T> await(Duration timeout) throws InterruptedException {
		Optional<T> present = this.source.get();
		if (present.isPresent() || timeout.isNegative() || timeout.isZero()) {
			return present;
		}
		CompletableFuture<T> future = new CompletableFuture<>();
		this.loop.execute(() -> {
			this.waiting.add(future);
			update();
		});
		return await(future, timeout);
	}

	// Rounded up, and for ever where it is more than a number can say
	private static long millis(Duration timeout) {
		return (timeout.compareTo(FOR_EVER) < 0) ? timeout.plusNanos(999_999).toMillis() : FOR_EVER.toMillis();
	}

	private Optional<T> await(CompletableFuture<T> future, Duration timeout) throws InterruptedException {
		try {
			return Optional.of(future.get(millis(timeout), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			return Optional.empty();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A wait can't fail", ex);
		}
		finally {
			this.loop.execute(() -> this.waiting.remove(future));
		}
	}

}
