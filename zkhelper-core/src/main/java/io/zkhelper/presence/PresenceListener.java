package io.zkhelper.presence;

/**
 * Is told how a presence stands.
 * <p>
 * Called on an executor for listeners, never on the event loop, one call after the other
 * and in order. A listener that blocks delays only itself, and gets the last of several
 * changes that it has missed; what it throws is logged.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface PresenceListener {

	/**
	 * Something has changed. A listener that is added late is called at once.
	 * @param view how it stands now
	 */
	void onChanged(PresenceView view);

}
