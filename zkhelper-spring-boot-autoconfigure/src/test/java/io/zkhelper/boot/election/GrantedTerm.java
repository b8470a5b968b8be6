package io.zkhelper.boot.election;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LossReason;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.Guard;

/**
 * A term that a test granted.
 */
record GrantedTerm(long term) implements Leadership {

	@Override
	public FencingToken token() {
		return new FencingToken(this.term, 0);
	}

	@Override
	public Instant since() {
		return Instant.EPOCH;
	}

	@Override
	public Duration handOver() {
		return Duration.ZERO;
	}

	@Override
	public boolean isValid() {
		return true;
	}

	@Override
	public Duration remaining() {
		return Duration.ofSeconds(1);
	}

	@Override
	public CompletionStage<LossReason> lost() {
		return new CompletableFuture<>();
	}

	@Override
	public CompletionStage<CommitResult> proclaim(String value) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Guard guard() {
		throw new UnsupportedOperationException();
	}

}
