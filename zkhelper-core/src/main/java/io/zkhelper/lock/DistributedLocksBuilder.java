package io.zkhelper.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.zkhelper.lock.LockOwner.OwnerProcess;
import io.zkhelper.session.Engine;
import io.zkhelper.session.LocalHost;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link DistributedLocks}.
 *
 * @since 1.0.0
 */
public final class DistributedLocksBuilder {

	private final ZkClient client;

	private final List<LockListener> listeners = new ArrayList<>();

	private @Nullable String instance;

	private Supplier<Optional<String>> trace = Optional::empty;

	DistributedLocksBuilder(ZkClient client) {
		this.client = client;
	}

	/**
	 * Name the instance, for those who ask who has a lock.
	 * @param instance the name, host and process id by default
	 * @return this builder
	 */
	public DistributedLocksBuilder instance(String instance) {
		this.instance = instance;
		return this;
	}

	/**
	 * Say how to find the trace in which a lock is asked for.
	 * @param trace returns the id of the trace, if there is one; called by the thread
	 * that asks
	 * @return this builder
	 */
	public DistributedLocksBuilder trace(Supplier<Optional<String>> trace) {
		this.trace = trace;
		return this;
	}

	/**
	 * Add a listener.
	 * @param listener is told of every attempt and every end of a hold
	 * @return this builder
	 */
	public DistributedLocksBuilder listener(LockListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Build.
	 * @return the locks
	 */
	public DistributedLocks build() {
		Engine engine = Engine.of(this.client);
		String host = LocalHost.name();
		long pid = ProcessHandle.current().pid();
		OwnerProcess me = new OwnerProcess((this.instance != null) ? this.instance : host + "-" + pid, host, pid);
		return new ClientLocks(new LockContext(this.client, engine, me, this.trace, List.copyOf(this.listeners)));
	}

}
