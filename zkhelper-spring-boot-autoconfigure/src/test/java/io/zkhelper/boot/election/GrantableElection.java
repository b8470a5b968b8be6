package io.zkhelper.boot.election;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.zkhelper.election.ElectionState;
import io.zkhelper.election.ElectionView;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LeaderTask;
import io.zkhelper.election.LeaderWork;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.election.TaskOptions;
import io.zkhelper.election.TaskRun;
import io.zkhelper.election.Term;
import io.zkhelper.session.Cancellable;

/**
 * An election that a test decides.
 */
class GrantableElection implements LeaderElection {

	static final Participant RIVAL = Participant.of("rival");

	final List<Runnable> works = new CopyOnWriteArrayList<>();

	final List<String> calls = new CopyOnWriteArrayList<>();

	private final List<LeadershipListener> listeners = new CopyOnWriteArrayList<>();

	private final String name;

	private volatile CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

	private volatile ElectionState state = ElectionState.IDLE;

	private volatile boolean stale;

	private volatile boolean leads;

	private volatile long term;

	GrantableElection(String name) {
		this.name = name;
	}

	GrantableElection grant() {
		this.state = ElectionState.LEADING;
		this.leads = true;
		this.term++;
		this.listeners.forEach((listener) -> listener.onGranted(new GrantedTerm(this.term)));
		return this;
	}

	void revoke(LossReason reason) {
		this.leads = false;
		this.state = ElectionState.FOLLOWING;
		this.listeners.forEach((listener) -> listener.onRevoked(new GrantedTerm(this.term), reason));
	}

	void changeLeader() {
		this.listeners.forEach((listener) -> listener.onLeaderChanged(view()));
	}

	void stateIs(ElectionState state, boolean stale) {
		this.state = state;
		this.stale = stale;
	}

	void cancelWork() {
		this.works.forEach(Runnable::run);
	}

	CompletableFuture<Void> holdStop() {
		this.stopped = new CompletableFuture<>();
		return this.stopped;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Participant participant() {
		return Participant.of("me");
	}

	@Override
	public void start() {
		this.calls.add("start");
		this.state = ElectionState.FOLLOWING;
	}

	@Override
	public CompletionStage<Void> stop() {
		this.calls.add("stop");
		if (this.leads) {
			revoke(LossReason.STOPPED);
		}
		this.state = ElectionState.IDLE;
		return this.stopped;
	}

	@Override
	public void close() {
		this.calls.add("close");
	}

	@Override
	public boolean isLeader() {
		return this.leads;
	}

	@Override
	public Optional<Leadership> leadership() {
		return this.leads ? Optional.of(new GrantedTerm(this.term)) : Optional.empty();
	}

	@Override
	public Optional<Participant> leader() {
		return view().leader();
	}

	@Override
	public ElectionView view() {
		Term current = new Term(1, RIVAL, new GrantedTerm(1).token(), Instant.EPOCH);
		return new ElectionView(this.state, Optional.of(current), List.of(), List.of(), Instant.EPOCH, this.stale);
	}

	@Override
	public Optional<Participant> awaitLeader(Duration timeout) {
		return leader();
	}

	@Override
	public Optional<Leadership> awaitLeadership(Duration timeout) {
		return leadership();
	}

	@Override
	public Optional<LeaderWork> startWork(Runnable cancel) {
		return leadership().map((leadership) -> {
			this.works.add(cancel);
			return new Work(this, cancel, leadership);
		});
	}

	@Override
	public CompletionStage<Leadership> campaign() {
		throw new UnsupportedOperationException();
	}

	@Override
	public TaskRun run(LeaderTask task, TaskOptions options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Optional<Term>> latestTerm() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Cancellable observe(Consumer<ElectionView> observer) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Void> resign(Duration coolDown) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Void> resign() {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Void> pause() {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Void> resume() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Cancellable addListener(LeadershipListener listener) {
		this.listeners.add(listener);
		leadership().ifPresent(listener::onGranted);
		return () -> this.listeners.remove(listener);
	}

	private record Work(GrantableElection election, Runnable cancel, Leadership leadership) implements LeaderWork {

		@Override
		public void close() {
			this.election.works.remove(this.cancel);
		}

	}

}
