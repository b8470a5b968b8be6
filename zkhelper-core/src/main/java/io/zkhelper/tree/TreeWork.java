package io.zkhelper.tree;

/**
 * What is done in a transaction. It may be called several times, so it should do nothing
 * but read and write through the transaction.
 *
 * @param <T> the type of the result
 * @since 1.0.0
 */
@FunctionalInterface
public interface TreeWork<T> {

	/**
	 * Read and write.
	 * @param transaction the nodes as this transaction sees them
	 * @return the result; that of the time whose changes were applied counts
	 * @throws InterruptedException if the thread was interrupted
	 */
	T run(TreeTransaction transaction) throws InterruptedException;

}
