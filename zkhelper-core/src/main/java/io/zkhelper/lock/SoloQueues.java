package io.zkhelper.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.zkhelper.claim.FencingToken;

/**
 * The queues of all locks of this process when no server is involved: in order of asking,
 * with those who have the lock in front, as the servers would keep them.
 */
final class SoloQueues {

	private static final int BITS_PER_MILLISECOND = 16;

	private final Executor executor;

	private final Lock guard = new ReentrantLock();

	private final Map<String, List<SoloPlace>> queues = new HashMap<>();

	private long lastToken;

	SoloQueues(Executor executor) {
		this.executor = executor;
	}

	/**
	 * Return what runs listeners.
	 */
	Executor executor() {
		return this.executor;
	}

	/**
	 * Go to the end of a queue.
	 * @throws LockDeadlockException if the thread would wait for itself
	 */
	SoloPlace join(SoloRequest request) {
		return change(request.lock(), (queue) -> {
			requireNoDeadlock(request, queue);
			SoloPlace place = new SoloPlace(request, nextToken());
			queue.add(place);
			return place;
		});
	}

	private static void requireNoDeadlock(SoloRequest request, List<SoloPlace> queue) {
		boolean waitsForItself = request.mayWait() && request.share().kind() != LocalLock.Kind.SEMAPHORE
				&& queue.stream()
					.anyMatch((place) -> place.held().isPresent() && place.request().thread() == request.thread());
		if (waitsForItself) {
			throw new LockDeadlockException(request.lock(),
					"it holds the lock already. Close that first, or use asLock(), which can be entered again");
		}
	}

	private static List<SoloShare> shares(List<SoloPlace> places) {
		return places.stream().map((place) -> place.request().share()).toList();
	}

	// By the clock, so that tokens grow over restarts as well as a single process can
	// tell
	private FencingToken nextToken() {
		this.lastToken = Math.max(this.lastToken + 1, System.currentTimeMillis() << BITS_PER_MILLISECOND);
		return new FencingToken(this.lastToken, 0);
	}

	/**
	 * Leave a queue.
	 * @return who was in the way
	 */
	Obstacle leave(SoloPlace place) {
		return change(place.request().lock(), (queue) -> {
			int ahead = queue.indexOf(place);
			LockOwner first = (ahead > 0) ? queue.get(0).request().owner() : null;
			queue.remove(place);
			return new Obstacle(first, Math.max(ahead, 0), "it was busy");
		});
	}

	/**
	 * Change a hold for another one at the same place.
	 * @throws LockLostException if it was lost
	 * @throws IllegalStateException if it is closed
	 */
	SoloHeld exchange(SoloHeld held, LocalLock.Kind kind) {
		return change(held.name(), (queue) -> {
			FencingToken token = held.token();
			held.finish();
			SoloPlace place = held.place();
			SoloPlace next = new SoloPlace(place.request().ofKind(kind),
					new FencingToken(token.zxid(), token.handOver() + 1));
			queue.set(queue.indexOf(place), next);
			return next.hold(new SoloHeld(next, this));
		});
	}

	/**
	 * Take a place from whoever has it.
	 * @return whether there was such a place
	 */
	boolean evict(String lock, FencingToken token) {
		Optional<SoloPlace> evicted = change(lock, (queue) -> {
			Optional<SoloPlace> found = queue.stream()
				.filter((place) -> place.token().zxid() == token.zxid())
				.findFirst();
			found.ifPresent((place) -> {
				queue.remove(place);
				place.lose(LockLoss.NODE_DELETED);
			});
			return found;
		});
		return evicted.isPresent();
	}

	/**
	 * Return who stands in a queue.
	 */
	List<SoloPlace> places(String lock) {
		return change(lock, List::copyOf);
	}

	/**
	 * Return the locks whose queues are not empty.
	 */
	List<String> locks() {
		this.guard.lock();
		try {
			return this.queues.keySet().stream().sorted().toList();
		}
		finally {
			this.guard.unlock();
		}
	}

	private <T> T change(String lock, Function<List<SoloPlace>, T> change) {
		List<SoloHeld> admitted = new ArrayList<>();
		this.guard.lock();
		try {
			List<SoloPlace> queue = this.queues.computeIfAbsent(lock, (name) -> new ArrayList<>());
			T result = change.apply(queue);
			admitted.addAll(admit(queue));
			if (queue.isEmpty()) {
				this.queues.remove(lock);
			}
			return result;
		}
		finally {
			this.guard.unlock();
			// Outside, since whoever waits for it may have work to do on this thread
			admitted.forEach((held) -> held.place().outcome().complete(held));
		}
	}

	private List<SoloHeld> admit(List<SoloPlace> queue) {
		List<SoloHeld> admitted = new ArrayList<>();
		for (int i = 0; i < queue.size(); i++) {
			SoloPlace place = queue.get(i);
			if (place.held().isEmpty() && place.request().share().fitsBehind(shares(queue.subList(0, i)))) {
				admitted.add(place.hold(new SoloHeld(place, this)));
			}
		}
		return admitted;
	}

}
