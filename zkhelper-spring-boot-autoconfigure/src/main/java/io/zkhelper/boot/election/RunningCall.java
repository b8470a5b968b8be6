package io.zkhelper.boot.election;

import java.time.Duration;

import io.zkhelper.election.LeaderWork;
import io.zkhelper.election.Leadership;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs in a term: an orderly end of the term waits for its end.
 */
class RunningCall {

	private final GuardedCall call;

	private final LeaderWork work;

	private final long begun = System.nanoTime();

	RunningCall(GuardedCall call, LeaderWork work) {
		this.call = call;
		this.work = work;
	}

	Leadership leadership() {
		return this.work.leadership();
	}

	@Nullable Object proceed() throws Throwable {
		return this.call.proceed(this);
	}

	void end(boolean succeeded) {
		this.work.close();
		this.call.report(succeeded ? ExecutionOutcome.EXECUTED : ExecutionOutcome.FAILED,
				Duration.ofNanos(System.nanoTime() - this.begun));
	}

}
