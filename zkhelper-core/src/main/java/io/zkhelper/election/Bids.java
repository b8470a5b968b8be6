package io.zkhelper.election;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.zkhelper.session.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * Campaigns of users: each waits for one term, and takes part for no longer than that
 * unless the election was started otherwise. Lives on the event loop.
 */
final class Bids implements TermListener {

	private final Seat seat;

	private final Standing standing;

	private final EventLoop loop;

	private final Executor executor;

	// Each with how often the participant had been stopped when it began
	private final Map<CompletableFuture<Leadership>, Integer> open = new LinkedHashMap<>();

	private int stopsHeardOf;

	// Whether the participant is to leave after this term, or when nobody waits for one
	private boolean once;

	private boolean won;

	Bids(Seat seat, Standing standing, EventLoop loop, Executor executor) {
		this.seat = seat;
		this.standing = standing;
		this.loop = loop;
		this.executor = executor;
	}

	/**
	 * Take part for good, whatever becomes of campaigns.
	 */
	void start() {
		this.once = false;
		this.seat.start();
	}

	CompletionStage<Leadership> campaign() {
		CompletableFuture<Leadership> users = new CompletableFuture<>();
		this.loop.execute(() -> begin(users));
		// Users cancel it, or complete it otherwise: by a timeout of their own, for
		// example
		users.whenComplete((term, failure) -> this.loop.execute(() -> end(users, term)));
		return users;
	}

	private void begin(CompletableFuture<Leadership> users) {
		if (this.seat.isRetired()) {
			lose(users, ElectionTrouble.STOPPED);
			return;
		}
		this.open.put(users, this.seat.stops());
		if (!this.seat.isStarted()) {
			this.once = true;
			this.seat.start();
		}
		this.standing.term().filter(ActiveTerm::isOpen).ifPresent(this::onGranted);
	}

	@Override
	public void onGranted(ActiveTerm term) {
		this.open.keySet().forEach((users) -> this.executor.execute(() -> users.complete(term)));
	}

	private void end(CompletableFuture<Leadership> users, @Nullable Leadership term) {
		boolean waited = this.open.remove(users) != null;
		// The term may have ended before its winner was told
		this.won |= term != null && this.standing.term().filter((current) -> current == term).isPresent();
		if (waited && this.once && !this.won && this.open.isEmpty()) {
			leave();
		}
	}

	@Override
	public void onDraining() {
		leaveAfterOnce();
	}

	@Override
	public void onRevoked(LossReason reason) {
		leaveAfterOnce();
	}

	// Who still waits wants the next term
	private void leaveAfterOnce() {
		boolean over = this.once && this.won && this.open.isEmpty();
		this.won = false;
		if (over) {
			leave();
		}
	}

	private void leave() {
		this.once = false;
		this.seat.stop(() -> {
		});
	}

	@Override
	public void onTrouble(ElectionTrouble trouble) {
		switch (trouble) {
			case SESSION_EXPIRED, AUTH_FAILED, REFUSED -> this.open.keySet().forEach((users) -> lose(users, trouble));
			default -> {
				// The engine comes back from it in this session
			}
		}
	}

	// Who has begun after the stop, but before it was told here, is not meant
	@Override
	public void onStopped() {
		this.stopsHeardOf++;
		ElectionTrouble why = this.standing.failure()
			.map(ElectionEndedException::trouble)
			.orElse(ElectionTrouble.STOPPED);
		this.open.forEach((users, stopsBefore) -> {
			if (stopsBefore < this.stopsHeardOf) {
				lose(users, why);
			}
		});
	}

	private void lose(CompletableFuture<Leadership> users, ElectionTrouble trouble) {
		this.executor.execute(() -> users.completeExceptionally(this.standing.endedBy(trouble)));
	}

}
