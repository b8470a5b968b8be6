package io.zkhelper.test.process;

import java.util.List;

/**
 * Servers, and processes that contend on them, for many faults one after the other.
 */
interface Scene extends AutoCloseable {

	/**
	 * Suffer a fault and recover from it.
	 * @param number counts the faults of a campaign
	 */
	Outcome suffer(int number);

	/**
	 * End all processes in order, and see that they leave no nodes.
	 */
	void finish();

	/**
	 * Return what was seen until now, for each election and each lock.
	 */
	List<Timeline> timelines();

	@Override
	void close();

}
