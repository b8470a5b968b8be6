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
	 * Cut a client off: what it sends and gets is lost.
	 */
	void cut(ZkClient client);

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
	 * Write a node as somebody else.
	 */
	void write(String path, String data);

	void stopServers();

	void startServers();

	/**
	 * Let time pass until something holds.
	 * @throws AssertionError if it does not within 30 s
	 */
	void await(String what, BooleanSupplier holds);

	/**
	 * Let time pass, and make sure of something all the time.
	 */
	void during(Duration time, String what, BooleanSupplier holds);

	@Override
	void close();

}
