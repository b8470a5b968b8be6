package io.zkhelper.boot.lock;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.zkhelper.lock.DistributedLocks;

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
	 * Create the locks. Applications inject those that exist.
	 * @param resolver returns what a cell is called by itself, where it is {@code local}
	 * @param factory makes the locks of a cell
	 */
	CellLocks(UnaryOperator<String> resolver, Function<String, DistributedLocks> factory) {
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
		String resolved = this.resolver.apply(cell);
		synchronized (this.locks) {
			return this.locks.computeIfAbsent(resolved, this.factory);
		}
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
