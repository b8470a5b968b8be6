package io.zkhelper.election;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.Guard;
import io.zkhelper.session.Lease;
import io.zkhelper.session.Promise;

/**
 * A term of this participant, from its grant to its end.
 */
final class ActiveTerm implements Leadership {

	private final Grant grant;

	private final Lease lease;

	private final Guard guard;

	private final WorkGate gate = new WorkGate();

	private final Promise<LossReason> lost;

	private final Proclaimer proclaimer;

	ActiveTerm(Grant grant, Lease lease, Guard guard, Proclaimer proclaimer, Executor listenerExecutor) {
		this.grant = grant;
		this.lease = lease;
		this.guard = guard;
		this.proclaimer = proclaimer;
		this.lost = new Promise<>(listenerExecutor);
	}

	@Override
	public long term() {
		return this.grant.term();
	}

	@Override
	public FencingToken token() {
		return this.grant.token();
	}

	@Override
	public Instant since() {
		return this.grant.since();
	}

	@Override
	public Duration handOver() {
		return this.grant.handOver();
	}

	@Override
	public boolean isValid() {
		return this.lease.isValid();
	}

	@Override
	public Duration remaining() {
		return this.lease.remaining();
	}

	@Override
	public CompletionStage<LossReason> lost() {
		return this.lost.stage();
	}

	@Override
	public Guard guard() {
		return this.guard;
	}

	@Override
	public CompletionStage<CommitResult> proclaim(String value) {
		return this.proclaimer.proclaim(new Proclaimed(token().zxid(), value), this::isValid);
	}

	/**
	 * Whether new work may begin.
	 */
	boolean isOpen() {
		return this.gate.isOpen() && this.lease.isValid();
	}

	WorkGate gate() {
		return this.gate;
	}

	Optional<LeaderWork> startWork(Runnable cancel) {
		return this.gate.enter(this, cancel);
	}

	void end(LossReason reason) {
		this.lease.end();
		this.gate.abandon();
		this.lost.keep(reason);
	}

	Term asSeenBy(Participant leader) {
		return new Term(term(), leader, token(), since());
	}

	@Override
	public String toString() {
		return "Leadership[term=%d, token=%s, since=%s]".formatted(term(), token(), since());
	}

}
