package io.zkhelper.benchmarks;

/**
 * A library of locks, with a connection of its own.
 */
interface Contestant extends AutoCloseable {

	Mutex mutex(String name);

	/** The parent of the lock's nodes. */
	String directory(String name);

	@Override
	void close();

}
