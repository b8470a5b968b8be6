package io.zkhelper.boot.election;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.ElectionView;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what happens in an election as events of the application. The election calls
 * it in order, one call after the other.
 */
class EventPublication implements LeadershipListener {

	private final String election;

	private final Optional<String> cell;

	private final ApplicationEventPublisher publisher;

	private long publishedTerm;

	private volatile CompletableFuture<Void> termEnd = CompletableFuture.completedFuture(null);

	EventPublication(String election, Optional<String> cell, ApplicationEventPublisher publisher) {
		this.election = election;
		this.cell = cell;
		this.publisher = publisher;
	}

	@Override
	public void onGranted(Leadership leadership) {
		this.termEnd = new CompletableFuture<>();
		this.publisher.publishEvent(new LeadershipGrantedEvent(this.election, leadership, this.cell));
	}

	@Override
	public void onRevoked(Leadership leadership, LossReason reason) {
		try {
			this.publisher.publishEvent(new LeadershipRevokedEvent(this.election, leadership, reason, this.cell));
		}
		finally {
			this.termEnd.complete(null);
		}
	}

	@Override
	public void onLeaderChanged(ElectionView view) {
		// The first view says that nobody is known to lead, which is no change
		if (view.term() != this.publishedTerm) {
			this.publishedTerm = view.term();
			this.publisher.publishEvent(new LeaderChangedEvent(this.election, view, this.cell));
		}
	}

	/**
	 * Return what completes when the end of a term that was published as granted is
	 * published as well.
	 * @return the end of the term, complete if there is none
	 */
	CompletionStage<Void> termEnd() {
		return this.termEnd;
	}

}
