package io.zkhelper.test.process;

/**
 * What a process takes part in.
 */
interface Part extends AutoCloseable {

	Check check();

	@Override
	void close();

}
