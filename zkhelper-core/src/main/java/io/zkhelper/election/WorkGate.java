package io.zkhelper.election;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Lets work in while a term is open, and knows when the last of it has left. Any thread
 * may enter and leave.
 */
final class WorkGate {

	private final Set<Work> inside = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	private volatile Runnable drained = () -> {
	};

	Optional<LeaderWork> enter(Leadership leadership, Runnable cancel) {
		Work work = new Work(leadership, cancel);
		this.inside.add(work);
		// Looked at after entering: who closes the gate then either sees the work or is
		// seen by it
		if (this.closed || !leadership.isValid()) {
			work.close();
			return Optional.empty();
		}
		return Optional.of(work);
	}

	boolean isOpen() {
		return !this.closed;
	}

	/**
	 * Let nobody in any more.
	 * @param drained called when nobody is inside: at once or later, by any thread,
	 * perhaps more than once
	 */
	void close(Runnable drained) {
		this.drained = drained;
		this.closed = true;
		tellIfDrained();
	}

	/**
	 * Wait for nobody any more: the term is over, whoever is inside.
	 */
	void abandon() {
		this.closed = true;
		this.drained.run();
	}

	void cancelAll(Executor executor) {
		this.inside.forEach((work) -> executor.execute(work.cancel));
	}

	private void tellIfDrained() {
		if (this.closed && this.inside.isEmpty()) {
			this.drained.run();
		}
	}

	private final class Work implements LeaderWork {

		private final Leadership leadership;

		private final Runnable cancel;

		Work(Leadership leadership, Runnable cancel) {
			this.leadership = leadership;
			this.cancel = cancel;
		}

		@Override
		public Leadership leadership() {
			return this.leadership;
		}

		@Override
		public void close() {
			if (WorkGate.this.inside.remove(this)) {
				tellIfDrained();
			}
		}

	}

}
