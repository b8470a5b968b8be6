package io.zkhelper.lock;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queues of this process: one for each exclusive lock, one for each holder of the
 * others.
 */
final class LocalQueues {

	private final LockClaims claims;

	private final Map<LockSpec, LocalQueue> shared = new ConcurrentHashMap<>();

	private final Map<String, Set<LocalQueue>> open = new ConcurrentHashMap<>();

	private final Map<String, Lobby> lobbies = new ConcurrentHashMap<>();

	/**
	 * Create without any queue.
	 * @param claims makes claims
	 */
	LocalQueues(LockClaims claims) {
		this.claims = claims;
	}

	/**
	 * Bring a request to its queue.
	 */
	void ask(LockSpec spec, LockRequest request) {
		switch (spec.kind()) {
			case EXCLUSIVE -> ask(shared(spec), request);
			case SEMAPHORE -> askForPermits(spec, request);
			default -> ask(open(spec), request);
		}
	}

	// Who only looks does not wait, and so need not wait for who does
	private void askForPermits(LockSpec spec, LockRequest request) {
		if (request.isLook()) {
			ask(open(spec), request);
		}
		else {
			lobby(spec, request).ask(request, () -> ask(open(spec), request));
		}
	}

	private void ask(LocalQueue queue, LockRequest request) {
		request.queueIn(queue);
		queue.ask(request, (late) -> ask(queue.spec(), late));
	}

	private LocalQueue shared(LockSpec spec) {
		LocalQueue present = this.shared.get(spec);
		return (present != null) ? present : this.shared.computeIfAbsent(spec, this::open);
	}

	private Lobby lobby(LockSpec spec, LockRequest request) {
		Lobby entered = this.lobbies.compute(spec.name(),
				(name, lobby) -> ((lobby != null) ? lobby : new Lobby(this.claims.context().loop())).countIn());
		request.outcome()
			.whenComplete((outcome, failure) -> this.lobbies.computeIfPresent(spec.name(),
					(name, lobby) -> lobby.countOut() ? lobby : null));
		return entered;
	}

	/**
	 * Open another queue.
	 */
	LocalQueue open(LockSpec spec) {
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
	 * Return who holds a lock in this process.
	 */
	Stream<LockHold> holders(String name) {
		return this.open.getOrDefault(name, Set.of()).stream().flatMap((queue) -> Stream.ofNullable(queue.holder()));
	}

	/**
	 * Describe what this process holds and waits for.
	 */
	List<LocalLock> describe() {
		Stream<LocalLock> queues = this.open.values()
			.stream()
			.flatMap(Set::stream)
			.map((queue) -> queue.describe().join());
		Stream<LocalLock> waiting = this.lobbies.entrySet()
			.stream()
			.map((entry) -> LocalLocks.describe(entry.getKey(), entry.getValue().waiting().join(), this.claims.now()));
		return Stream.concat(queues, waiting)
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
	 * What is shown as one.
	 */
	private record Key(String name, LocalLock.Kind kind) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			return Comparator.comparing(Key::name).thenComparing(Key::kind).compare(this, other);
		}

	}

}
