package io.zkhelper.benchmarks;

/**
 * A way to read nodes, with a connection of its own.
 */
interface NodeReader extends AutoCloseable {

	/** Read a node, and return how long its data are. */
	int read(String path) throws Exception;

	/** Fail if this many reads are not what it has seen itself. */
	default void mustHaveSeen(long reads) {
	}

	@Override
	void close();

}
