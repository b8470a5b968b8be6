package io.zkhelper.test.process;

/**
 * Servers, and processes that contend on them, for many faults one after the other.
 */
interface Scene extends AutoCloseable {

	/**
	 * Suffer a fault and recover from it.
	 * @param number counts the faults of a campaign
	 * @throws AssertionError if a promise is broken
	 */
	Outcome suffer(int number);

	/**
	 * End all processes in order, and see what they leave.
	 * @throws AssertionError if a promise is broken
	 */
	void finish();

	@Override
	void close();

}
