package io.zkhelper.lock;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.zkhelper.lock.LockOwner.OwnerProcess;
import io.zkhelper.session.Engine;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ZkClient;

/**
 * What all locks of a client work with.
 *
 * @param client the connection
 * @param engine what is behind it
 * @param me this process
 * @param trace finds the trace in which a lock is asked for
 * @param listeners are told of attempts and holds
 */
record LockContext(ZkClient client, Engine engine, OwnerProcess me, Supplier<Optional<String>> trace,
		List<LockListener> listeners) {

	EventLoop loop() {
		return this.engine.loop();
	}

	Executor listenerExecutor() {
		return this.engine.listenerExecutor();
	}

	/**
	 * Who asks, if the present thread does.
	 */
	LockOwner owner(String description) {
		return new LockOwner(this.me, Thread.currentThread().getName(), loop().now().wall(), description,
				this.trace.get());
	}

}
