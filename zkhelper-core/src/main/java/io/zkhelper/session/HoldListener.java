package io.zkhelper.session;

/**
 * Is told, on the event loop, that a hold has ended without anybody letting go. Not
 * called when the session ends, which ends all its holds.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface HoldListener {

	/**
	 * The hold has ended; its lease is not valid any more.
	 * @param why the reason
	 */
	void onEnd(HoldEnd why);

}
