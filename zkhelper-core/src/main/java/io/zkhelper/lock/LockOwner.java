package io.zkhelper.lock;

import java.time.Instant;
import java.util.Optional;

/**
 * Who stands in the queue of a lock, as its node says. A process that passes a lock on
 * among its threads names the one for which it has joined the queue.
 *
 * @param process the process
 * @param thread the name of the thread
 * @param since when it joined the queue, by its own clock; {@link Instant#EPOCH} if its
 * node does not say so
 * @param description what it wants the lock for, may be empty
 * @param trace the trace in which it asked, if there is one
 * @since 1.0.0
 */
public record LockOwner(OwnerProcess process, String thread, Instant since, String description,
		Optional<String> trace) {

	/**
	 * A process.
	 *
	 * @param instance the name of the instance
	 * @param host the machine
	 * @param pid the process id
	 * @since 1.0.0
	 */
	public record OwnerProcess(String instance, String host, long pid) {
	}

}
