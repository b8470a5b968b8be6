package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Describes what a process has to do with its locks.
 */
final class LocalLocks {

	private LocalLocks() {
	}

	static LocalLock describe(LockSpec spec, @Nullable LockNode node, @Nullable LockHold holder,
			List<LockRequest> waiting, Moment now) {
		Stream<LocalLock.Hold> held = Optional.ofNullable(holder).map((hold) -> held(hold, now)).stream();
		Stream<LocalLock.Hold> retained = Optional.ofNullable(node).map(LocalLocks::retained).stream();
		return new LocalLock(spec.name(), spec.kind(), Stream.concat(held, retained).limit(1).toList(),
				waiting(waiting, now));
	}

	/**
	 * Describe those who wait for a permit before they go to the queue.
	 */
	static LocalLock describe(String semaphore, List<LockRequest> waiting, Moment now) {
		return new LocalLock(semaphore, LocalLock.Kind.SEMAPHORE, List.of(), waiting(waiting, now));
	}

	private static List<LocalLock.Waiter> waiting(List<LockRequest> requests, Moment now) {
		return requests.stream()
			.map((request) -> new LocalLock.Waiter(request.owner().thread(), now.since(request.since())))
			.toList();
	}

	private static LocalLock.Hold held(LockHold hold, Moment now) {
		return new LocalLock.Hold(hold.owner().thread(), now.since(hold.at()), hold.rawToken().toString(),
				hold.remaining());
	}

	private static LocalLock.Hold retained(LockNode node) {
		return new LocalLock.Hold("", Duration.ZERO, new FencingToken(node.zxid(), 0).toString(),
				node.lease().remaining());
	}

}
