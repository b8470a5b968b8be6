package io.zkhelper.benchmarks;

/**
 * A lock, of whichever library.
 */
interface Mutex {

	/** Acquire, work, and release. */
	void hold(Runnable work) throws Exception;

}
