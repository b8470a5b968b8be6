package io.zkhelper.benchmarks;

import java.time.Duration;

/**
 * A library of locks, with a connection of its own.
 */
interface Contestant extends AutoCloseable {

	/** A benchmark that gets no lock has to fail rather than to wait for ever. */
	Duration PATIENCE = Duration.ofSeconds(20);

	Mutex mutex(String name);

	/** The parent of the lock's nodes. */
	String directory(String name);

	@Override
	void close();

}
