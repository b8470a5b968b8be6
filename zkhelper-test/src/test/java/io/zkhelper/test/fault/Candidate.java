package io.zkhelper.test.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionView;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import org.jspecify.annotations.Nullable;

/**
 * An actor's participant of the election.
 */
final class Candidate implements LeadershipListener {

	static final String ELECTION = "reports";

	private static final Duration WHILE = Duration.ofMillis(1500);

	private final Actor actor;

	private final LeaderElection election;

	private final boolean observer;

	private volatile @Nullable Leadership granted;

	private volatile int terms;

	private volatile boolean in;

	private CompletableFuture<Void> out = CompletableFuture.completedFuture(null);

	Candidate(Actor actor, ElectionOptions options) {
		this.actor = actor;
		this.observer = options.observer();
		this.election = LeaderElection.builder(actor.client(), ELECTION)
			.participant(Participant.of(actor.toString()))
			.options(options)
			.build();
		this.election.addListener(this);
		actor.course()
			.holders(Share.allOf(ELECTION))
			.addCandidate(() -> this.election.leadership().map((leadership) -> Held.of(actor.toString(), leadership)));
	}

	LeaderElection election() {
		return this.election;
	}

	Candidate start() {
		this.in = !this.observer;
		this.election.start();
		return this;
	}

	void stop() {
		this.in = false;
		this.out = this.election.stop().toCompletableFuture();
	}

	void pause() {
		this.in = false;
		this.out = this.election.pause().toCompletableFuture();
	}

	void resume() {
		this.in = true;
		this.election.resume();
	}

	boolean isOut() {
		return this.out.isDone();
	}

	/**
	 * Whether it should have a node.
	 */
	boolean isIn() {
		return this.in && !this.actor.isClosing();
	}

	/**
	 * Whether it sees so many participants, one of whom leads, and the whole history. A
	 * term may be missing there for good, if who had to write it down has lost its
	 * session before; then it has to have looked a while ago.
	 */
	boolean isUpToDate(long participants) {
		ElectionView view = this.election.view();
		return view.participants().size() == participants && view.leader().isPresent()
				&& (view.history().size() == view.term() - 1
						|| Duration.between(view.asOf(), Instant.now()).compareTo(WHILE) > 0);
	}

	/**
	 * Whether it looks at the election at all.
	 */
	boolean looks() {
		return isIn() || this.observer && !this.actor.isClosing();
	}

	boolean leads() {
		return this.election.isLeader();
	}

	/**
	 * Return how many terms it was granted.
	 */
	int terms() {
		return this.terms;
	}

	boolean sees(Actor leader) {
		return this.election.leader().filter((seen) -> seen.id().equals(leader.toString())).isPresent();
	}

	@Override
	public void onGranted(Leadership leadership) {
		if (this.granted != null) {
			violated("was granted %s after %s".formatted(leadership, this.granted));
		}
		this.granted = leadership;
		this.terms++;
	}

	@Override
	public void onRevoked(Leadership leadership, LossReason reason) {
		if (this.granted == null || !this.granted.token().equals(leadership.token()) || leadership.isValid()) {
			violated("lost %s after %s".formatted(leadership, this.granted));
		}
		this.granted = null;
	}

	private void violated(String what) {
		this.actor.course().violated(Verdict.EVENTS, this.actor + " " + what);
	}

	void requireRevoked() {
		this.actor.course()
			.await(Verdict.EVENTS, this.actor + " was told that its term is over", () -> this.granted == null);
	}

}
