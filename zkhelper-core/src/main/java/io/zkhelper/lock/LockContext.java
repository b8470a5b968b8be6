package io.zkhelper.lock;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.zkhelper.lock.LockOwner.OwnerProcess;
import io.zkhelper.session.Engine;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ZkClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger logger = LoggerFactory.getLogger(DistributedLocks.class);

	EventLoop loop() {
		return this.engine.loop();
	}

	Executor listenerExecutor() {
		return this.engine.listenerExecutor();
	}

	/**
	 * Tell listeners, none of which can keep a lock from being taken or let go of by
	 * failing.
	 */
	void tell(Consumer<LockListener> event) {
		for (LockListener listener : this.listeners) {
			try {
				event.accept(listener);
			}
			catch (RuntimeException | Error ex) {
				logger.warn("A listener of locks has failed", ex);
			}
		}
	}

	/**
	 * Who asks, if the present thread does.
	 */
	LockOwner owner(String description) {
		return new LockOwner(this.me, Thread.currentThread().getName(), loop().now().wall(), description,
				this.trace.get());
	}

}
