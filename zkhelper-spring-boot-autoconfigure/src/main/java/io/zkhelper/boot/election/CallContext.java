package io.zkhelper.boot.election;

import java.util.List;
import java.util.function.Supplier;

import io.zkhelper.election.LeaderElection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * What guarded calls need, looked up at the first one: the beans are made later than what
 * guards.
 */
class CallContext {

	private final Supplier<LeaderElections> elections;

	private final Supplier<List<ExecutionListener>> listeners;

	private final Supplier<ThreadLeadership> leadership;

	CallContext(ObjectProvider<LeaderElections> elections, ObjectProvider<ExecutionListener> listeners,
			ObjectProvider<ThreadLeadership> leadership) {
		this.elections = SingletonSupplier.of(elections::getObject);
		this.listeners = SingletonSupplier.of(() -> listeners.orderedStream().toList());
		this.leadership = SingletonSupplier.of(() -> leadership.getIfAvailable(ThreadLeadership::new));
	}

	LeaderElection election(String name) {
		return ElectionReferences.join(name, this.elections.get());
	}

	ThreadLeadership leadership() {
		return this.leadership.get();
	}

	void report(Execution execution) {
		this.listeners.get().forEach((listener) -> listener.onExecution(execution));
	}

}
