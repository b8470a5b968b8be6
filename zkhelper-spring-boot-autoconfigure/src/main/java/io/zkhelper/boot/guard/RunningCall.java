package io.zkhelper.boot.guard;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * A call that was let through on this thread.
 *
 * @param call the call
 * @param pass what it runs with
 */
record RunningCall(GuardedCall call, Pass pass) {

	/**
	 * Run the method, and end the call if it throws.
	 * @param interruption interrupts this thread until the method returns
	 * @return what the method returns
	 * @throws Throwable what the method throws
	 */
	@Nullable Object proceed(Interruption interruption) throws Throwable {
		boolean returned = false;
		try {
			Object result = this.call.proceed(this.pass);
			returned = true;
			return result;
		}
		finally {
			interruption.end();
			if (!returned) {
				this.pass.end(false);
			}
		}
	}

	/**
	 * End the call when what the method has returned is complete.
	 * @param result what the method has returned
	 */
	void endWith(@Nullable Object result) {
		if (result instanceof CompletionStage<?> stage) {
			stage.whenComplete((value, ex) -> this.pass.end(ex == null));
		}
		else {
			this.pass.end(true);
		}
	}

}
