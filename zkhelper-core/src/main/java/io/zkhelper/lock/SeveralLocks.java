package io.zkhelper.lock;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Several locks that are taken all or not at all: one after the other, in an order that
 * is the same for everybody. What is lost while others are still to be taken is found out
 * at the end.
 */
final class SeveralLocks implements DistributedLock {

	private static final Comparator<String> BY_CODE_POINTS = (one, other) -> Arrays
		.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

	private final List<DistributedLock> parts;

	private final String name;

	private final LongSupplier nanos;

	private final Executor executor;

	private final Lock asLock = new JavaLock(this);

	/**
	 * Create from locks in their global order.
	 * @param parts the locks
	 * @param nanos the monotonic clock
	 * @param executor runs listeners
	 */
	SeveralLocks(List<DistributedLock> parts, LongSupplier nanos, Executor executor) {
		this.parts = List.copyOf(parts);
		this.name = parts.stream().map(DistributedLock::name).collect(Collectors.joining(", "));
		this.nanos = nanos;
		this.executor = executor;
	}

	/**
	 * Return names in the order in which everybody takes them: that of their code points.
	 * @throws IllegalArgumentException if there is none, or one is there twice
	 */
	static List<String> inOrder(String... names) {
		List<String> sorted = Arrays.stream(names).sorted(BY_CODE_POINTS).toList();
		if (sorted.isEmpty()) {
			throw new IllegalArgumentException("At least one lock must be named");
		}
		for (int i = 1; i < sorted.size(); i++) {
			if (sorted.get(i).equals(sorted.get(i - 1))) {
				throw new IllegalArgumentException("Lock '%s' is named twice".formatted(sorted.get(i)));
			}
		}
		return sorted;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public HeldLock acquire() throws InterruptedException {
		return takeAll((part) -> Optional.of(part.acquire())).orElseThrow();
	}

	@Override
	public HeldLock acquire(Duration timeout) throws InterruptedException {
		Countdown countdown = new Countdown(timeout, this.nanos);
		try {
			return takeAll((part) -> Optional.of(part.acquire(countdown.left()))).orElseThrow();
		}
		catch (LockTimeoutException ex) {
			throw new LockTimeoutException(this.name, timeout, ex);
		}
	}

	@Override
	public Optional<HeldLock> tryAcquire(Duration timeout) throws InterruptedException {
		Countdown countdown = new Countdown(timeout, this.nanos);
		return takeAll((part) -> part.tryAcquire(countdown.left()));
	}

	private Optional<HeldLock> takeAll(ThreadLock.Attempt<InterruptedException> attempt) throws InterruptedException {
		List<HeldLock> taken = new ArrayList<>();
		Optional<HeldLock> all = Optional.empty();
		try {
			for (DistributedLock part : this.parts) {
				Optional<HeldLock> held = attempt.on(part);
				if (held.isEmpty()) {
					return all;
				}
				taken.add(held.get());
			}
			all = Optional.of(together(taken));
			return all;
		}
		finally {
			if (all.isEmpty()) {
				taken.forEach(HeldLock::close);
			}
		}
	}

	private HeldLock together(List<HeldLock> taken) {
		return SeveralHeld.of(this.name, taken, this.executor);
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync() {
		return new Roundup(this.parts, DistributedLock::acquireAsync, this::together).start();
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync(Duration timeout) {
		Countdown countdown = new Countdown(timeout, this.nanos);
		return new Roundup(this.parts, (part) -> part.acquireAsync(countdown.left()), this::together)
			.explaining((busy) -> new LockTimeoutException(this.name, timeout, busy))
			.start();
	}

	@Override
	public Lock asLock() {
		return this.asLock;
	}

}
