package io.zkhelper.test.contract;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.Ensemble;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ZkClientOptions;

/**
 * Where the contract is played: a server, what a test does to it, and a way to wait.
 */
interface Stage extends AutoCloseable {

	Duration PATIENCE = Duration.ofSeconds(60);

	Ensemble ensemble();

	ZkClientOptions options();

	EventLoop newLoop(String name);

	boolean holdsWithin(Duration atMost, BooleanSupplier condition);

	void dropConnections();

	void expireOwnerOf(String path);

	void stopServer();

	void startServer();

	default void await(String what, BooleanSupplier condition) {
		if (!holdsWithin(PATIENCE, condition)) {
			throw new AssertionError("Waited in vain to see that " + what);
		}
	}

	@Override
	void close();

}
