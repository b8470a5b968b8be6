package io.zkhelper.test.world;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

/**
 * Servers, clients and time, real or simulated, for the same scenarios.
 */
public interface World extends AutoCloseable {

	/**
	 * Return options that fit the servers of this world.
	 */
	ZkClientOptions options();

	/**
	 * Connect a client of its own.
	 */
	ZkClient connect(ZkClientOptions options);

	/**
	 * Connect a client of its own that has no wishes.
	 */
	default ZkClient connect() {
		return connect(options());
	}

	/**
	 * Cut a client off: what it sends and gets is lost.
	 */
	void cut(ZkClient client);

	/**
	 * Let nothing arrive at a client from now on, while the servers get what it sends.
	 */
	void deafen(ZkClient client);

	/**
	 * Let a client reach the servers again.
	 */
	void heal(ZkClient client);

	/**
	 * End the session that owns a node.
	 */
	void expireOwnerOf(String path);

	/**
	 * Return the names of a node's children, as the servers have them.
	 */
	List<String> children(String path);

	/**
	 * Do something as somebody else with a client of ZooKeeper's own.
	 */
	void delete(String path);

	/**
	 * Write a node as somebody else, together with those above it.
	 */
	void write(String path, String data);

	/**
	 * Make a node as somebody else whose name ends in the next number.
	 * @return its path
	 */
	String append(String prefix);

	/**
	 * Set the number of the next sequential child.
	 */
	void setNextSequence(String path, int next);

	/**
	 * Deny permissions on a node that exists to everybody.
	 * @param permissions as in {@link org.apache.zookeeper.ZooDefs.Perms}
	 */
	void deny(String path, int permissions);

	/**
	 * Allow everybody everything on a node.
	 */
	void allow(String path);

	/**
	 * Return how many watches the servers keep, counted once for each session and node.
	 */
	int watches();

	/**
	 * Return how many requests the servers have got, pings not counted.
	 */
	long requests();

	void stopServers();

	void startServers();

	/**
	 * Let time pass until something holds.
	 * @throws AssertionError if it does not within 30 s
	 */
	void await(String what, BooleanSupplier holds);

	/**
	 * Let time pass until something holds, and not more than a limit. Where time is real
	 * the limit is five times that and 10 s at least, since the machine may be busy.
	 * @throws AssertionError if it does not hold by then
	 */
	void awaitWithin(Duration limit, String what, BooleanSupplier holds);

	/**
	 * Let time pass, and make sure of something all the time.
	 */
	void during(Duration time, String what, BooleanSupplier holds);

	@Override
	void close();

}
