package io.zkhelper.boot.election;

import io.zkhelper.election.Leadership;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the term under which a thread runs a guarded method.
 */
class ThreadLeadership implements CurrentLeadership {

	private final ThreadLocal<@Nullable Leadership> current = new ThreadLocal<>();

	@Override
	public Leadership get() {
		Leadership leadership = this.current.get();
		if (leadership == null) {
			throw new IllegalStateException("No @LeaderOnly method runs on this thread: ask for the current leadership "
					+ "inside of one, and hand it on to other threads");
		}
		return leadership;
	}

	/**
	 * Set the term of this thread.
	 * @param leadership the term, {@code null} for none
	 * @return the term so far, to be set again afterwards
	 */
	@Nullable Leadership set(@Nullable Leadership leadership) {
		Leadership previous = this.current.get();
		if (leadership != null) {
			this.current.set(leadership);
		}
		else {
			this.current.remove();
		}
		return previous;
	}

}
