package io.zkhelper.boot.actuate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.zkhelper.lock.LockOwner;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.lock.LockQueue.Place;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The queue of a lock as the servers have it.
 *
 * @param name the name of the lock
 * @param cell the cell in which it is, {@code null} for one in no cell
 * @param size how many stand in the queue
 * @param contenders who they are, in order; the first hundred of them
 * @param asOf when it was read
 */
record LockQueueDescriptor(String name, @Nullable String cell, int size, List<ContenderDescriptor> contenders,
		Instant asOf) implements OperationResponseBody {

	static LockQueueDescriptor of(LockQueue queue, @Nullable String cell) {
		return new LockQueueDescriptor(queue.name(), cell, queue.size(),
				queue.contenders().stream().map(ContenderDescriptor::of).toList(),
				queue.asOf().truncatedTo(ChronoUnit.MILLIS));
	}

	/**
	 * A place in the queue.
	 *
	 * @param holds whether it has the lock, or is about to
	 * @param token the token that its holder has, or would have
	 * @param node the name of the node
	 * @param owner who it is, left out if the node does not say so
	 */
	record ContenderDescriptor(boolean holds, String token, String node, @Nullable OwnerDescriptor owner) {

		static ContenderDescriptor of(Place place) {
			return new ContenderDescriptor(place.holds(), place.token().toString(), place.node(),
					place.owner().map(OwnerDescriptor::of).orElse(null));
		}

	}

	/**
	 * Who stands in a queue.
	 *
	 * @param instance the name of the instance
	 * @param host the machine
	 * @param pid the process id
	 * @param thread the thread that has asked
	 * @param since when it joined the queue, by its own clock
	 * @param description what it wants the lock for
	 * @param trace the trace in which it asked, left out if there is none
	 */
	record OwnerDescriptor(String instance, String host, long pid, String thread, Instant since, String description,
			@Nullable String trace) {

		static OwnerDescriptor of(LockOwner owner) {
			return new OwnerDescriptor(owner.process().instance(), owner.process().host(), owner.process().pid(),
					owner.thread(), owner.since().truncatedTo(ChronoUnit.MILLIS), owner.description(),
					owner.trace().orElse(null));
		}

	}

}
