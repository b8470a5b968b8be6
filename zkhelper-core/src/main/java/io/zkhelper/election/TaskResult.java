package io.zkhelper.election;

/**
 * What follows when a {@link LeaderTask} has ended by itself.
 *
 * @since 1.0.0
 */
public enum TaskResult {

	/**
	 * Give leadership up and go to the end of the queue. Who is alone is granted another
	 * term at once.
	 */
	REJOIN,

	/** Leave the election: the run is over. */
	LEAVE

}
