package io.zkhelper.presence;

/**
 * Is told who comes to a group and goes.
 * <p>
 * Called on an executor for listeners, never on the event loop, one call after the other
 * and in order. A listener that blocks delays only itself, and gets the sum of the
 * changes that it has missed; what it throws is logged.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface GroupListener {

	/**
	 * Members have come, gone or changed. A listener that is added late is told at once
	 * of those who are there, if there are any, as having come.
	 * @param change what has changed
	 */
	void onChanged(GroupChange change);

}
