package io.zkhelper.session;

/**
 * Something that was asked for and can be given up.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface Cancellable {

	/**
	 * Give it up. May be called again, and after it has happened; then it does nothing.
	 */
	void cancel();

}
