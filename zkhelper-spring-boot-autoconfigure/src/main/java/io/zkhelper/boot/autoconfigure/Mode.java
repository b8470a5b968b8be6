package io.zkhelper.boot.autoconfigure;

/**
 * How the application takes part in elections and locks.
 *
 * @since 1.0.0
 */
public enum Mode {

	/** Together with other instances, by way of ZooKeeper. */
	CLUSTER,

	/**
	 * As the only instance, which always leads, and whose locks are those of one process;
	 * without ZooKeeper.
	 */
	SINGLE,

	/**
	 * Not at all: nobody leads, nobody gets a lock and nothing connects; beans and
	 * annotations stay.
	 */
	OFF

}
