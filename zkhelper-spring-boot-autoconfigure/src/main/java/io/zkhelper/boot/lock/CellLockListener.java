package io.zkhelper.boot.lock;

import io.zkhelper.lock.LockListener;

/**
 * A listener that tells the locks of cells apart. One that does not is told of all locks,
 * and not where they are.
 *
 * @since 1.0.0
 */
public interface CellLockListener extends LockListener {

	/**
	 * Return who is told of the locks in a cell; this listener itself is told of those in
	 * no cell. Called once for a cell, when it is first asked for.
	 * @param cell what the cell is called by itself, never {@code local}
	 * @return the listener
	 */
	LockListener in(String cell);

}
