package io.zkhelper.lock;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes requests for locks and brings them to the queues of this process.
 */
final class LockDesk {

	private final LockContext context;

	private final LockClaims claims;

	// Those that several requests share
	private final Map<LockSpec, LocalQueue> shared = new ConcurrentHashMap<>();

	private final Map<String, Set<LocalQueue>> open = new ConcurrentHashMap<>();

	/**
	 * Create without any queue.
	 * @param context what all locks work with
	 */
	LockDesk(LockContext context) {
		this.context = context;
		this.claims = new LockClaims(context);
	}

	/**
	 * Bring a request to its queue.
	 */
	void ask(LockSpec spec, LockRequest request) {
		LocalQueue queue = (spec.kind() == LocalLock.Kind.EXCLUSIVE) ? sharedQueue(spec) : openQueue(spec);
		request.queueIn(queue);
		queue.ask(request, (late) -> ask(spec, late));
	}

	private LocalQueue sharedQueue(LockSpec spec) {
		LocalQueue present = this.shared.get(spec);
		return (present != null) ? present : this.shared.computeIfAbsent(spec, this::openQueue);
	}

	private LocalQueue openQueue(LockSpec spec) {
		LocalQueue queue = new LocalQueue(spec, this.claims, this::onRetired);
		this.open.compute(spec.name(), (name, queues) -> {
			Set<LocalQueue> all = (queues != null) ? queues : ConcurrentHashMap.newKeySet();
			all.add(queue);
			return all;
		});
		return queue;
	}

	private void onRetired(LocalQueue queue) {
		this.shared.remove(queue.spec(), queue);
		this.open.computeIfPresent(queue.spec().name(), (name, queues) -> {
			queues.remove(queue);
			return queues.isEmpty() ? null : queues;
		});
	}

	/**
	 * Make sure that a thread does not wait for itself.
	 * @throws LockDeadlockException if it would
	 */
	void requireNoDeadlock(LockSpec spec, LockRequest request) {
		Thread thread = request.thread();
		if (request.isLook() || thread == null || spec.kind() == LocalLock.Kind.SEMAPHORE) {
			return;
		}
		for (LocalQueue queue : this.open.getOrDefault(spec.name(), Set.of())) {
			LockHold held = queue.holder();
			if (held != null && held.isOf(thread) && held.isValid()) {
				throw new LockDeadlockException(spec.name(), remedy(queue.spec().kind(), spec.kind()));
			}
		}
	}

	private static String remedy(LocalLock.Kind held, LocalLock.Kind wanted) {
		if (held == LocalLock.Kind.READ && wanted == LocalLock.Kind.WRITE) {
			return "it reads, and two readers who both wait to write would do so for ever. Close the read lock first";
		}
		if (held == LocalLock.Kind.WRITE && wanted == LocalLock.Kind.READ) {
			return "it writes. Use downgrade(), or asReadWriteLock(), to go on as a reader";
		}
		return "it holds the lock already. Close that first, or use asLock(), which can be entered again";
	}

	/**
	 * Give a request up.
	 * @param outcome what to report
	 * @return whether that came before everything else
	 */
	boolean giveUp(LockSpec spec, LockRequest request, LockOutcome outcome) {
		boolean givenUp = request.giveUp();
		if (givenUp) {
			request.leave();
			report(spec, request, outcome);
		}
		return givenUp;
	}

	/**
	 * Report what has become of a request, to its maker and to listeners.
	 * @throws LockException if it has failed
	 */
	Optional<HeldLock> report(LockSpec spec, LockRequest request, Outcome outcome) {
		if (outcome instanceof Outcome.Granted granted) {
			report(spec, request, LockOutcome.ACQUIRED);
			return Optional.of(granted.hold());
		}
		if (outcome instanceof Outcome.Failed failed) {
			report(spec, request, LockOutcome.FAILED);
			throw failed.why().get();
		}
		report(spec, request, LockOutcome.TIMED_OUT);
		return Optional.empty();
	}

	private void report(LockSpec spec, LockRequest request, LockOutcome outcome) {
		if (!this.context.listeners().isEmpty()) {
			Duration took = this.context.loop().now().since(request.since());
			this.context.listeners().forEach((listener) -> listener.onAttempt(spec.template(), outcome, took));
		}
	}

	/**
	 * Let go of what nobody waits for any more.
	 */
	static void discard(Outcome outcome) {
		if (outcome instanceof Outcome.Granted granted) {
			granted.hold().close();
		}
	}

	/**
	 * Describe what this process holds and waits for.
	 */
	List<LocalLock> describe() {
		return this.open.values()
			.stream()
			.flatMap(Set::stream)
			.map((queue) -> queue.describe().join())
			.filter((lock) -> !lock.holds().isEmpty() || !lock.waiting().isEmpty())
			.collect(Collectors.groupingBy((lock) -> new Key(lock.name(), lock.kind())))
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> merge(entry.getKey(), entry.getValue()))
			.toList();
	}

	private static LocalLock merge(Key key, List<LocalLock> parts) {
		return new LocalLock(key.name(), key.kind(), parts.stream().flatMap((part) -> part.holds().stream()).toList(),
				parts.stream().flatMap((part) -> part.waiting().stream()).toList());
	}

	/**
	 * Return what is in the way of a request that was given up, as far as this process
	 * knows by itself.
	 */
	Optional<Obstacle> localObstacle(LockSpec spec) {
		return this.open.getOrDefault(spec.name(), Set.of())
			.stream()
			.flatMap((queue) -> Stream.ofNullable(queue.holder()))
			.filter(LockHold::isValid)
			.findFirst()
			.map((hold) -> new Obstacle(hold.owner(), 1, ""));
	}

	/**
	 * What is shown as one.
	 */
	private record Key(String name, LocalLock.Kind kind) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			return Comparator.comparing(Key::name).thenComparing(Key::kind).compare(this, other);
		}

	}

}
