package io.zkhelper.boot.election;

import java.time.Duration;

import io.zkhelper.boot.guard.Pass;
import io.zkhelper.election.LeaderWork;
import io.zkhelper.fence.NamedToken;
import org.jspecify.annotations.Nullable;

/**
 * The term in which a call runs: an orderly end of the term waits for the end of the
 * call.
 *
 * @param attempt the call
 * @param work its part in the term
 * @param begun when it was let through
 */
record LeaderPass(LeaderAttempt attempt, LeaderWork work, long begun) implements Pass {

	@Override
	public Object value() {
		return this.work.leadership();
	}

	@Override
	public NamedToken token() {
		return new NamedToken(this.attempt.election().name(), this.work.leadership().token());
	}

	@Override
	public @Nullable Object run(Body body) throws Throwable {
		ThreadLeadership thread = this.attempt.context().leadership();
		var previous = thread.set(this.work.leadership());
		try {
			return body.proceed();
		}
		finally {
			thread.set(previous);
		}
	}

	@Override
	public void end(boolean succeeded) {
		this.work.close();
		this.attempt.report(succeeded ? ExecutionOutcome.EXECUTED : ExecutionOutcome.FAILED,
				Duration.ofNanos(System.nanoTime() - this.begun));
	}

}
