package io.zkhelper.boot.election;

import java.util.List;
import java.util.function.Supplier;

import io.zkhelper.election.LeaderElection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * What guarded calls need, looked up at the first one: the beans are made later than what
 * guards.
 */
class CallContext {

	private static final Logger logger = LoggerFactory.getLogger(CallContext.class);

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
		this.listeners.get().forEach((listener) -> report(execution, listener));
	}

	// What a listener throws is no outcome of the call
	private static void report(Execution execution, ExecutionListener listener) {
		try {
			listener.onExecution(execution);
		}
		catch (RuntimeException ex) {
			logger.warn("A listener has thrown at {}", execution, ex);
		}
	}

}
