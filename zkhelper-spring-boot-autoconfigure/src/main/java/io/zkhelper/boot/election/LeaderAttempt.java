package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.boot.guard.Attempt;
import io.zkhelper.boot.guard.Pass;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LeaderWork;
import io.zkhelper.election.NotLeaderException;

/**
 * A call that runs if this instance leads.
 *
 * @param gate what the method asks for
 * @param context what calls need
 * @param election the election
 */
record LeaderAttempt(LeaderGate gate, CallContext context, LeaderElection election) implements Attempt {

	@Override
	public Optional<Pass> enter(Runnable cancel) {
		Optional<LeaderWork> work = this.election.startWork(cancel);
		if (work.isEmpty()) {
			skip();
		}
		return work.map((started) -> new LeaderPass(this, started, System.nanoTime()));
	}

	@Override
	public CompletableFuture<Optional<Pass>> enterLater(Runnable cancel) {
		return CompletableFuture.completedFuture(enter(cancel));
	}

	private void skip() {
		report(ExecutionOutcome.skipped(this.election.view()), Duration.ZERO);
		if (this.gate.isThrowing()) {
			throw new NotLeaderException(this.election.name(), this.election.leader());
		}
	}

	void report(ExecutionOutcome outcome, Duration elapsed) {
		this.context.report(new Execution(this.election.name(), this.gate.method(), outcome, elapsed));
	}

}
