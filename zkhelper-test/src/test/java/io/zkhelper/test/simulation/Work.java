package io.zkhelper.test.simulation;

/**
 * What the processes of a simulation do, and what they must see.
 */
interface Work {

	/**
	 * Let a process do something.
	 * @param process the number of the process
	 * @param amount decides what
	 */
	void act(int process, int amount);

	/**
	 * Check what must hold at any time.
	 */
	void check();

	/**
	 * End what only users can end, now that all is well.
	 */
	void settle();

	/**
	 * Return whether everybody knows of what it has lost (I6).
	 */
	boolean isTold();

	/**
	 * Return whether everybody has got what is promised once all is well (I4).
	 */
	boolean isServed();

	/**
	 * Return whether there is nothing left of those who are gone (I5).
	 */
	boolean isTidy();

	/**
	 * Let everybody leave.
	 */
	void leave();

	/**
	 * Return whether nothing at all is left.
	 */
	boolean isEmpty();

	/**
	 * Return how many grants there were.
	 */
	int grants();

}
