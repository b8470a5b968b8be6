package io.zkhelper.election;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

import io.zkhelper.claim.EndReason;
import io.zkhelper.session.Backoff;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Recipe;
import io.zkhelper.session.Session;
import io.zkhelper.session.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in the queue of an election: one candidacy in each session, for as long as
 * the participant wants to take part.
 */
final class QueueCampaign implements Campaign, Recipe, CandidacyListener {

	private final Office office;

	private final Standing standing;

	private final LiveView live;

	private final Memory memory = new Memory();

	private final Backoff afterRefusal;

	private BiConsumer<LossReason, Runnable> release = (reason, done) -> done.run();

	private Cancellable refusals = () -> {
	};

	private @Nullable Session session;

	private @Nullable Candidacy candidacy;

	private @Nullable Runnable leaving;

	private boolean takingPart;

	QueueCampaign(Office office, Standing standing) {
		this.office = office;
		this.standing = standing;
		this.live = new LiveView(office, standing, this.memory);
		this.afterRefusal = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), office.loop());
	}

	/**
	 * Say how the participant lets go when the client closes or hands its session over.
	 */
	void onClosing(BiConsumer<LossReason, Runnable> release) {
		this.release = release;
	}

	@Override
	public void open() {
		this.office.engine().add(this);
		// Recipes hear of refused credentials only in a session that there was before
		this.refusals = this.office.client().addListener((previous, current) -> {
			if (current == SessionState.AUTH_FAILED) {
				this.office.loop().execute(() -> this.standing.trouble(ElectionTrouble.AUTH_FAILED));
			}
		});
	}

	@Override
	public void watchValue(boolean wanted) {
		this.live.watchValue(wanted);
	}

	@Override
	public CompletionStage<Optional<Term>> latestTerm() {
		return new TermQuery(this.office).ask();
	}

	@Override
	public void close() {
		this.refusals.cancel();
		this.live.end();
		this.office.engine().remove(this);
	}

	@Override
	public void begin() {
		this.takingPart = true;
		this.standing.moveTo(ElectionState.JOINING);
		join();
	}

	@Override
	public void end(LossReason reason, Runnable done) {
		this.takingPart = false;
		if (this.candidacy == null) {
			done.run();
			return;
		}
		this.leaving = done;
		this.candidacy.end(reason);
	}

	private void join() {
		if (this.takingPart && this.session != null && this.candidacy == null) {
			this.candidacy = new Candidacy(this.office, this.session, this.standing, this.memory, this);
			this.candidacy.begin();
		}
	}

	@Override
	public void onQueued() {
		this.live.changed();
		if (this.session != null) {
			this.office.engine().audit(this.session, this.office.paths().toProtect());
		}
	}

	@Override
	public void onEnded(EndReason reason, boolean refused) {
		this.candidacy = null;
		this.standing.moveTo(ElectionState.JOINING);
		if (reason != EndReason.LEFT || refused) {
			this.standing.trouble(refused ? ElectionTrouble.REFUSED : ElectionTrouble.NODE_DELETED);
		}
		hasLeft();
		if (refused) {
			this.office.loop().schedule(this.afterRefusal.next(), this::join);
		}
		else {
			this.afterRefusal.reset();
			// After those have heard of it who may want to end it all
			this.office.loop().execute(this::join);
		}
	}

	private void hasLeft() {
		Runnable done = this.leaving;
		this.leaving = null;
		if (done != null) {
			done.run();
		}
	}

	@Override
	public void onSession(Session begun) {
		this.session = begun;
		this.live.begin(begun);
		join();
	}

	@Override
	public void onSuspended() {
		this.standing.observeStale();
		this.standing.trouble(ElectionTrouble.DISCONNECTED);
	}

	@Override
	public void onResumed() {
		this.live.refresh();
	}

	@Override
	public void onSessionOver(SessionState why) {
		this.session = null;
		this.live.end();
		this.standing.observeStale();
		if (this.candidacy != null) {
			this.candidacy.sessionOver(reason(why));
			this.candidacy = null;
			this.standing.moveTo(ElectionState.JOINING);
		}
		if (why == SessionState.EXPIRED) {
			this.standing.trouble(ElectionTrouble.SESSION_EXPIRED);
		}
		hasLeft();
	}

	private static LossReason reason(SessionState why) {
		return switch (why) {
			case AUTH_FAILED -> LossReason.AUTH_FAILED;
			case CLOSED -> LossReason.STOPPED;
			default -> LossReason.SESSION_EXPIRED;
		};
	}

	@Override
	public CompletionStage<Void> onClosing() {
		CompletableFuture<Void> released = new CompletableFuture<>();
		this.release.accept(LossReason.STOPPED, () -> released.complete(null));
		return released;
	}

	@Override
	public CompletionStage<List<String>> onDetaching() {
		CompletableFuture<List<String>> released = new CompletableFuture<>();
		Candidacy last = this.candidacy;
		this.release.accept(LossReason.DETACHED,
				() -> released.complete(Optional.ofNullable(last).flatMap(Candidacy::nodeLeft).stream().toList()));
		return released;
	}

}
