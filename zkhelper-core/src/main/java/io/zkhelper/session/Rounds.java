package io.zkhelper.session;

import java.util.function.Consumer;

/**
 * Makes answers void that come too late: those to what was asked in an earlier round. For
 * the event loop.
 *
 * @since 1.0.0
 */
public final class Rounds {

	private int current;

	/**
	 * Begin another round: nothing that belongs to an earlier one runs any more.
	 */
	public void next() {
		this.current++;
	}

	/**
	 * Return a step that belongs to this round.
	 * @param <T> the type of what it takes
	 * @param step the step
	 * @return does the same in this round, and nothing later
	 */
	public <T> Consumer<T> answer(Consumer<T> step) {
		int mine = this.current;
		return (value) -> {
			if (this.current == mine) {
				step.accept(value);
			}
		};
	}

	/**
	 * Return a task that belongs to this round.
	 * @param task the task
	 * @return does the same in this round, and nothing later
	 */
	public Runnable task(Runnable task) {
		Consumer<Runnable> step = answer(Runnable::run);
		return () -> step.accept(task);
	}

}
