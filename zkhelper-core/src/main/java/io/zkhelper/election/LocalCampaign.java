package io.zkhelper.election;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Guard;
import io.zkhelper.session.Lease;
import io.zkhelper.session.Promise;

/**
 * A campaign without servers and rivals.
 */
final class LocalCampaign implements Campaign {

	private static final int BITS_PER_MILLISECOND = 16;

	private final boolean leads;

	private final Participant me;

	private final EventLoop loop;

	private final Executor executor;

	private final Standing standing;

	private long terms;

	LocalCampaign(boolean leads, Participant me, EventLoop loop, Executor executor, Standing standing) {
		this.leads = leads;
		this.me = me;
		this.loop = loop;
		this.executor = executor;
		this.standing = standing;
	}

	@Override
	public void open() {
		observe(Optional.empty());
	}

	private void observe(Optional<Proclaimed> proclaimed) {
		Instant now = this.loop.now().wall();
		this.standing.observe(new Observation(Optional.empty(), proclaimed, List.of(this.me), List.of(), now, false));
	}

	@Override
	public void watchValue(boolean wanted) {
		// Known without watching
	}

	@Override
	public CompletionStage<Optional<Term>> latestTerm() {
		return CompletableFuture.completedStage(this.standing.view().current());
	}

	private CompletionStage<CommitResult> proclaim(Proclaimed value, BooleanSupplier valid) {
		Payloads.bytes(value);
		Promise<CommitResult> result = new Promise<>(this.executor);
		this.loop.execute(() -> {
			boolean open = valid.getAsBoolean();
			if (open) {
				observe(Optional.of(value));
			}
			result.keep(open ? new CommitResult.Committed() : new CommitResult.Fenced());
		});
		return result.stage();
	}

	@Override
	public void begin() {
		if (!this.leads) {
			this.standing.moveTo(ElectionState.FOLLOWING);
			return;
		}
		Instant now = this.loop.now().wall();
		Grant grant = new Grant(++this.terms, token(now), now, Duration.ZERO);
		this.standing.grant(new ActiveTerm(grant, Lease.unlimited(this.loop), new Guard(null, "/", () -> false),
				this::proclaim, this.executor));
	}

	// By the clock, so that tokens grow over restarts as well as a single process can
	// tell
	private FencingToken token(Instant now) {
		return new FencingToken((now.toEpochMilli() << BITS_PER_MILLISECOND) + this.terms, 0);
	}

	@Override
	public void end(LossReason reason, Runnable done) {
		this.standing.revoke(reason, ElectionState.IDLE);
		done.run();
	}

	@Override
	public void close() {
		this.loop.shutdown();
	}

}
