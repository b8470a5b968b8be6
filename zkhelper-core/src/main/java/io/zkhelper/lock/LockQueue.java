package io.zkhelper.lock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.FencingToken;

/**
 * The queue of a lock as the servers had it. Of a long one, the first hundred places.
 *
 * @param name the name of the lock
 * @param contenders who stands in the queue, in order; the first hundred of them
 * @param size how many stand in the queue
 * @param asOf when it was read
 * @since 1.0.0
 */
public record LockQueue(String name, List<Place> contenders, int size, Instant asOf) {

	public LockQueue {
		contenders = List.copyOf(contenders);
	}

	/**
	 * Create a queue that is shown in full.
	 * @param name the name of the lock
	 * @param contenders who stands in the queue, in order
	 * @param asOf when it was read
	 */
	public LockQueue(String name, List<Place> contenders, Instant asOf) {
		this(name, contenders, contenders.size(), asOf);
	}

	/**
	 * Return who is first, and so has the lock, or is about to.
	 * @return the first place, empty if the queue is
	 */
	public Optional<Place> first() {
		return this.contenders.stream().findFirst();
	}

	/**
	 * A place in the queue.
	 *
	 * @param node the name of the node
	 * @param token the token that its holder has, or would have; not counting how often
	 * it was handed on within its process
	 * @param holds whether it has the lock, or is about to, by its place in the queue
	 * @param owner who it is, empty if the node does not say so
	 * @since 1.0.0
	 */
	public record Place(String node, FencingToken token, boolean holds, Optional<LockOwner> owner) {
	}

}
