package io.zkhelper.boot.election;

/**
 * Is told of each call of a guarded method, executed or skipped. Each bean of this type
 * is called, on the thread on which the call ends; it must return at once.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface ExecutionListener {

	/**
	 * A call has ended, or was skipped.
	 * @param execution the call
	 */
	void onExecution(Execution execution);

}
