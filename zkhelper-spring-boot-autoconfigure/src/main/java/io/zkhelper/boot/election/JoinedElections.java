package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.zkhelper.election.ElectionState;
import io.zkhelper.election.LeaderElection;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Starts and stops all elections together, those that are joined meanwhile included.
 */
class JoinedElections implements DisposableBean {

	// Listeners that block hold up their own events only, not the end of the application
	private static final Duration EVENT_PATIENCE = Duration.ofSeconds(1);

	private final Map<LeaderElection, EventPublication> publications = new ConcurrentHashMap<>();

	private final List<LeaderElection> interrupted = new ArrayList<>();

	private final LeaderElections elections;

	private final ApplicationEventPublisher publisher;

	private final boolean autoStart;

	private final AtomicBoolean publishing = new AtomicBoolean();

	private volatile boolean open;

	JoinedElections(LeaderElections elections, ApplicationEventPublisher publisher, boolean autoStart) {
		this.elections = elections;
		this.publisher = publisher;
		this.autoStart = autoStart;
	}

	/**
	 * Publish what happens from now on, beginning with how things stand. Not earlier than
	 * all beans are made: events come on other threads, and would make listeners there.
	 */
	void publish() {
		if (this.publishing.compareAndSet(false, true)) {
			this.elections.forEach(this::joined);
		}
	}

	private void joined(LeaderElection election) {
		EventPublication publication = new EventPublication(election.name(), this.elections.cell(election.name()),
				this.publisher);
		this.publications.put(election, publication);
		election.addListener(publication);
		if (this.open && this.autoStart) {
			election.start();
		}
	}

	/**
	 * Start the elections; without auto-start, those that {@link #stop()} has stopped.
	 */
	void start() {
		this.open = true;
		List<LeaderElection> due = this.autoStart ? this.elections.all() : List.copyOf(this.interrupted);
		this.interrupted.clear();
		due.forEach(LeaderElection::start);
	}

	/**
	 * Drain, resign and leave everywhere at once.
	 * @return completes when the last election was left and its events are published,
	 * unless listeners block
	 */
	CompletableFuture<Void> stop() {
		this.open = false;
		List<LeaderElection> started = this.elections.all().stream().filter(JoinedElections::isStarted).toList();
		this.interrupted.addAll(started);
		return CompletableFuture.allOf(started.stream().map(this::stop).toArray(CompletableFuture<?>[]::new));
	}

	private CompletableFuture<Void> stop(LeaderElection election) {
		EventPublication publication = this.publications.get(election);
		CompletableFuture<Void> stopped = election.stop().toCompletableFuture();
		return (publication != null) ? stopped.thenCompose((unused) -> published(publication)) : stopped;
	}

	private static CompletableFuture<Void> published(EventPublication publication) {
		return publication.termEnd()
			.toCompletableFuture()
			.copy()
			.completeOnTimeout(null, EVENT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static boolean isStarted(LeaderElection election) {
		return election.view().state() != ElectionState.IDLE;
	}

	List<String> names() {
		return List.copyOf(this.elections.names());
	}

	@Override
	public void destroy() {
		this.elections.all().forEach(LeaderElection::close);
	}

}
