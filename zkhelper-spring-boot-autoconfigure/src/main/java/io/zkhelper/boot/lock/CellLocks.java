package io.zkhelper.boot.lock;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockQueue;

/**
 * Locks in the ensembles of cells. A lock of one cell has nothing to do with one of the
 * same name in another.
 *
 * @since 1.0.0
 */
public final class CellLocks {

	private final UnaryOperator<String> resolver;

	private final Function<String, DistributedLocks> factory;

	private final Map<String, DistributedLocks> locks = new TreeMap<>();

	/**
	 * Create the locks, none of which is made before something asks for it. Applications
	 * inject those that exist, or define a bean of their own instead.
	 * @param resolver returns what a cell is called by itself, where it is {@code local}
	 * @param factory returns the locks of a cell, always the same for a cell; throws an
	 * {@link IllegalArgumentException} if nobody knows where it is
	 */
	public CellLocks(UnaryOperator<String> resolver, Function<String, DistributedLocks> factory) {
		this.resolver = resolver;
		this.factory = factory;
	}

	/**
	 * Return the locks of a cell, and open the connection to it unless that has happened.
	 * @param cell the name of the cell, {@code local} and {@code global} included
	 * @return the locks, always the same for a cell
	 * @throws IllegalArgumentException if nobody knows where the cell is
	 */
	public DistributedLocks of(String cell) {
		String resolved = resolve(cell);
		synchronized (this.locks) {
			return this.locks.computeIfAbsent(resolved, this.factory);
		}
	}

	/**
	 * Return what a cell is called by itself.
	 * @param cell the name of a cell, {@code local} and {@code global} included
	 * @return the name, never {@code local} where that is known
	 * @throws IllegalArgumentException if nothing says which cell the process is in
	 */
	public String resolve(String cell) {
		return this.resolver.apply(cell);
	}

	/**
	 * Ask the servers of a cell for the queue of a lock, see
	 * {@link DistributedLocks#inspect}. A look is no use: {@link #all()} does not know
	 * the cell by that, so the health of the application does not depend on it.
	 * @param cell the name of the cell, {@code local} and {@code global} included
	 * @param lock the name of the lock
	 * @return completes with the queue
	 * @throws IllegalArgumentException if nobody knows where the cell is
	 */
	public CompletionStage<LockQueue> inspect(String cell, String lock) {
		String resolved = resolve(cell);
		DistributedLocks used = all().get(resolved);
		return ((used != null) ? used : this.factory.apply(resolved)).inspect(lock);
	}

	/**
	 * Return the locks of those cells that something has asked for.
	 * @return the locks, by name of the cell
	 */
	public Map<String, DistributedLocks> all() {
		synchronized (this.locks) {
			return new TreeMap<>(this.locks);
		}
	}

}
