package io.zkhelper.election;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * How a participant gets to lead. Lives on the event loop, and tells the {@link Seat}
 * what happens.
 */
interface Campaign {

	/**
	 * Begin to watch, for as long as the election is open.
	 */
	void open();

	/**
	 * Watch what leaders proclaim as well, or no more.
	 */
	void watchValue(boolean wanted);

	/**
	 * Ask the servers who leads, after a sync.
	 */
	CompletionStage<Optional<Term>> latestTerm();

	/**
	 * Take part, from the end of the queue.
	 */
	void begin();

	/**
	 * Take part no more: release the term, if there is one, and leave the queue.
	 * @param reason what to tell about the term
	 * @param done called when nothing is left behind
	 */
	void end(LossReason reason, Runnable done);

	/**
	 * Watch no more.
	 */
	void close();

}
