package io.zkhelper.election;

/**
 * Work that was begun while leading. An orderly end of the term waits for it up to the
 * drain timeout; after that the work is asked to stop.
 *
 * @since 1.0.0
 */
public interface LeaderWork extends AutoCloseable {

	/**
	 * Return the term in which the work was begun.
	 * @return the term
	 */
	Leadership leadership();

	/**
	 * The work is done. A second call does nothing.
	 */
	@Override
	void close();

}
