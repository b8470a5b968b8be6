package io.zkhelper.boot.actuate;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.session.Paths;
import org.jspecify.annotations.Nullable;

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

	private final @Nullable DistributedLocks locks;

	private final Supplier<Optional<CellLocks>> cells;

	/**
	 * Create the endpoint.
	 * @param locks the locks that it shows
	 */
	public LocksEndpoint(DistributedLocks locks) {
		this(locks, Optional::empty);
	}

	/**
	 * Create the endpoint.
	 * @param locks the locks in no cell, if the application has an ensemble for these
	 * @param cells the locks in cells, if there may be any
	 */
	public LocksEndpoint(@Nullable DistributedLocks locks, Supplier<Optional<CellLocks>> cells) {
		this.locks = locks;
		this.cells = cells;
	}

	/**
	 * Show what this application holds and waits for.
	 * @return what it knows by itself
	 */
	@ReadOperation
	public LocksDescriptor locks() {
		return LocksDescriptor.of(this.locks, this.cells.get().map(CellLocks::all).orElse(Map.of()));
	}

	/**
	 * Ask the servers for the queue of a lock.
	 * @param name the name of the lock, cut at each {@code /}
	 * @param cell the cell in which it is, {@code null} for one in no cell
	 * @return the queue, without contenders if there is no such lock
	 * @throws InvalidEndpointRequestException if it can't be the name of a lock, nobody
	 * knows the cell, or it needs one
	 * @throws IllegalStateException if the servers don't answer within two seconds, or
	 * refuse to
	 */
	@ReadOperation
	public LockQueueDescriptor queue(@Selector(match = Match.ALL_REMAINING) String[] name, @Nullable String cell) {
		String whole = String.join("/", name);
		try {
			Paths.segment("a lock", whole);
			return (cell != null) ? inCell(whole, cell) : inNoCell(whole);
		}
		catch (IllegalArgumentException ex) {
			String message = String.valueOf(ex.getMessage());
			throw new InvalidEndpointRequestException(message, message);
		}
	}

	private LockQueueDescriptor inNoCell(String name) {
		if (this.locks == null) {
			throw new IllegalArgumentException(
					"Lock '%s' needs a cell, as 'zkhelper.connect-string' is not set: add '?cell=' and its name"
						.formatted(name));
		}
		return LockQueueDescriptor.of(await(this.locks.inspect(name), "'" + name + "'"), null);
	}

	private LockQueueDescriptor inCell(String name, String cell) {
		CellLocks known = this.cells.get()
			.orElseThrow(() -> new IllegalArgumentException(
					"This application has no cells, so none is '%s': leave out '?cell='".formatted(cell)));
		String resolved = known.resolve(cell);
		LockQueue queue = await(known.inspect(resolved, name), "'%s' of cell '%s'".formatted(name, resolved));
		return LockQueueDescriptor.of(queue, resolved);
	}

	private static LockQueue await(CompletionStage<LockQueue> asked, String lock) {
		try {
			return asked.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new LocksUnavailableException(lock, "no answer within " + PATIENCE, ex);
		}
		catch (ExecutionException ex) {
			Throwable cause = Objects.requireNonNullElse(ex.getCause(), ex);
			throw new LocksUnavailableException(lock, String.valueOf(cause.getMessage()), cause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LocksUnavailableException(lock, "interrupted", ex);
		}
	}

}
