package io.zkhelper.election;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.Guard;

/**
 * One term of this participant as leader. Once it is over it stays over: leading again is
 * another term.
 * <p>
 * At most one process sees a valid leadership at any instant, provided clock rates differ
 * by less than the assumed error and no process is frozen between the check and the act.
 * For that case, let the resource refuse tokens older than the newest that it has seen.
 *
 * @since 1.0.0
 */
public interface Leadership {

	/**
	 * Return the number of the term, which grows by one with every grant of the election.
	 * @return the number, from 1 on
	 */
	long term();

	/**
	 * Return the token that grows with every term.
	 * @return the token
	 */
	FencingToken token();

	/**
	 * Return when the term was granted, by this machine's clock.
	 * @return the instant
	 */
	Instant since();

	/**
	 * Return how long it took from being first in the queue to the grant.
	 * @return the time of the hand-over
	 */
	Duration handOver();

	/**
	 * Return whether the term still holds, by a comparison of clocks at the call. Stays
	 * {@code true} while work in flight is drained, when
	 * {@link LeaderElection#isLeader()} is {@code false} already.
	 * @return {@code true} if it does
	 */
	boolean isValid();

	/**
	 * Return how long the term holds without another heartbeat.
	 * @return the time, zero when it is over
	 */
	Duration remaining();

	/**
	 * Return what completes when the term is over. Completed on an executor for
	 * listeners, after {@link #isValid()} has become {@code false}.
	 * @return the reason to come
	 */
	CompletionStage<LossReason> lost();

	/**
	 * Tell everybody who {@linkplain LeaderElection#observe observes} the election, or
	 * asks for its {@linkplain LeaderElection#latestTerm latest term}. Written in a
	 * transaction that names this participant's node, so that a leader from the past
	 * can't; what was proclaimed in another term is not shown. Values are applied in the
	 * order of the calls. Who is slow may skip some, but never the latest.
	 * @param value anything of up to about four thousand bytes, an address for example
	 * @return how it ended; completes exceptionally never. {@code Fenced} when the term
	 * is over
	 * @throws IllegalArgumentException if the value is too long, or no text because it
	 * has one half of a surrogate pair
	 */
	CompletionStage<CommitResult> proclaim(String value);

	/**
	 * Return proof for a fenced transaction.
	 * @return the proof, refused by {@code commit} once the term is over
	 */
	Guard guard();

}
