package io.zkhelper.session;

/**
 * Is told of changes of the connection's state.
 * <p>
 * Called on an executor for listeners, never on the event loop, one call after the other
 * and in order. A listener that blocks delays only itself; what it throws is logged.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface SessionListener {

	/**
	 * The state has changed. A listener that is added late is called at once with the
	 * current state as both arguments.
	 * @param previous the state before
	 * @param current the state now
	 */
	void onStateChanged(SessionState previous, SessionState current);

}
