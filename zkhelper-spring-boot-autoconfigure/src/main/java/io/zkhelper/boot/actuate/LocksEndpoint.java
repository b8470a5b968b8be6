package io.zkhelper.boot.actuate;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.session.Paths;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;

/**
 * Endpoint that shows which locks this application holds and waits for, from memory, and
 * the queue of any lock, for which it asks the servers: the one thing in zkhelper's
 * endpoints that does, and only for two seconds. It changes nothing.
 *
 * @since 1.0.0
 */
@Endpoint(id = "locks", defaultAccess = Access.READ_ONLY)
public class LocksEndpoint {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final DistributedLocks locks;

	private final Supplier<Map<String, DistributedLocks>> cells;

	/**
	 * Create the endpoint.
	 * @param locks the locks that it shows
	 */
	public LocksEndpoint(DistributedLocks locks) {
		this(locks, Map::of);
	}

	/**
	 * Create the endpoint.
	 * @param locks the locks that it shows, and the queues of which it asks for
	 * @param cells the locks in other cells that it shows too, by cell
	 */
	public LocksEndpoint(DistributedLocks locks, Supplier<Map<String, DistributedLocks>> cells) {
		this.locks = locks;
		this.cells = cells;
	}

	/**
	 * Show what this application holds and waits for.
	 * @return what it knows by itself
	 */
	@ReadOperation
	public LocksDescriptor locks() {
		return LocksDescriptor.of(this.locks, this.cells.get());
	}

	/**
	 * Ask the servers for the queue of a lock.
	 * @param name the name of the lock, cut at each {@code /}
	 * @return the queue, without contenders if there is no such lock
	 * @throws InvalidEndpointRequestException if it can't be the name of a lock
	 * @throws IllegalStateException if the servers don't answer within two seconds, or
	 * refuse to
	 */
	@ReadOperation
	public LockQueueDescriptor queue(@Selector(match = Match.ALL_REMAINING) String... name) {
		String whole = String.join("/", name);
		requireName(whole);
		return inspect(whole);
	}

	private LockQueueDescriptor inspect(String name) {
		try {
			LockQueue queue = this.locks.inspect(name)
				.toCompletableFuture()
				.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			return LockQueueDescriptor.of(queue);
		}
		catch (TimeoutException ex) {
			throw new LocksUnavailableException(name, "no answer within " + PATIENCE, ex);
		}
		catch (ExecutionException ex) {
			Throwable cause = Objects.requireNonNullElse(ex.getCause(), ex);
			throw new LocksUnavailableException(name, String.valueOf(cause.getMessage()), cause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LocksUnavailableException(name, "interrupted", ex);
		}
	}

	private static void requireName(String name) {
		try {
			Paths.segment("a lock", name);
		}
		catch (IllegalArgumentException ex) {
			String message = String.valueOf(ex.getMessage());
			throw new InvalidEndpointRequestException(message, message);
		}
	}

}
