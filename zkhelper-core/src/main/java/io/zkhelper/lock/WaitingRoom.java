package io.zkhelper.lock;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Those who wait for a lock in this process, in order. For one thread at a time.
 */
final class WaitingRoom {

	private final Set<LockRequest> requests = new LinkedHashSet<>();

	boolean isEmpty() {
		return this.requests.isEmpty();
	}

	void add(LockRequest request) {
		this.requests.add(request);
	}

	/**
	 * Wait no more.
	 * @return whether it has waited
	 */
	boolean remove(LockRequest request) {
		return this.requests.remove(request);
	}

	LockRequest first() {
		return this.requests.iterator().next();
	}

	LockRequest takeFirst() {
		Iterator<LockRequest> all = this.requests.iterator();
		LockRequest first = all.next();
		all.remove();
		return first;
	}

	/**
	 * Dismiss those who wanted to look only.
	 */
	void dismissLooks() {
		List<LockRequest> looks = this.requests.stream().filter(LockRequest::isLook).toList();
		looks.forEach(LockRequest::busy);
		looks.forEach(this.requests::remove);
	}

	void failAll(Supplier<? extends LockException> why) {
		this.requests.forEach((request) -> request.fail(why));
		this.requests.clear();
	}

	List<LockRequest> all() {
		return List.copyOf(this.requests);
	}

}
