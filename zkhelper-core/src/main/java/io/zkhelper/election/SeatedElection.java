package io.zkhelper.election;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what users ask for to the event loop, and answers their questions from memory.
 */
final class SeatedElection implements LeaderElection {

	private static final Logger logger = LoggerFactory.getLogger(LeaderElection.class);

	private final String name;

	private final Participant participant;

	private final Table table;

	private final EventLoop loop;

	private final Standing standing;

	private final Seat seat;

	private final AtomicBoolean closed = new AtomicBoolean();

	SeatedElection(String name, Participant participant, Table table) {
		this.name = name;
		this.participant = participant;
		this.table = table;
		this.loop = table.loop();
		this.standing = table.standing();
		this.seat = table.seat();
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Participant participant() {
		return this.participant;
	}

	@Override
	public void start() {
		requireOpen();
		this.loop.execute(this.table.bids()::start);
	}

	private void requireOpen() {
		this.standing.failure().ifPresent((failure) -> {
			throw new IllegalStateException("Election '%s' has failed: build another one".formatted(this.name),
					failure);
		});
		if (this.closed.get()) {
			throw new IllegalStateException("Election '%s' is closed: build another one".formatted(this.name));
		}
	}

	@Override
	public CompletionStage<Leadership> campaign() {
		requireOpen();
		return this.table.bids().campaign();
	}

	@Override
	public TaskRun run(LeaderTask task, TaskOptions options) {
		requireOpen();
		TaskRunner runner = new TaskRunner(this.table, task, options);
		this.loop.execute(runner::start);
		return runner;
	}

	@Override
	public CompletionStage<Void> stop() {
		return ask(this.seat::stop);
	}

	@Override
	public CompletionStage<Void> resign() {
		return ask(this.seat::resign);
	}

	@Override
	public CompletionStage<Void> resign(Duration coolDown) {
		if (coolDown.isNegative()) {
			throw new IllegalArgumentException("'coolDown' must not be negative but was " + coolDown);
		}
		return ask((done) -> this.seat.resign(coolDown, done));
	}

	@Override
	public CompletionStage<Void> pause() {
		return ask(this.seat::pause);
	}

	@Override
	public CompletionStage<Void> resume() {
		return ask(this.seat::resume);
	}

	private CompletionStage<Void> ask(Consumer<Runnable> request) {
		Promise<Boolean> promise = new Promise<>(this.table.executor());
		this.loop.execute(() -> request.accept(() -> promise.keep(true)));
		return promise.stage().thenAccept((done) -> {
		});
	}

	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		long timeout = this.table.closeTimeout().toMillis();
		try {
			ask(this.seat::retire).toCompletableFuture().get(timeout, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException ex) {
			logger.warn("Election '{}': '{}' has not left within {} ms, so its node goes with the session", this.name,
					this.participant.id(), timeout);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Stopping can't fail", ex);
		}
		finally {
			this.loop.execute(this.seat::close);
		}
	}

	@Override
	public boolean isLeader() {
		return this.standing.isLeader();
	}

	@Override
	public Optional<Leadership> leadership() {
		return this.standing.leadership();
	}

	@Override
	public Optional<Participant> leader() {
		return view().leader();
	}

	@Override
	public ElectionView view() {
		return this.standing.view();
	}

	@Override
	public CompletionStage<Optional<Term>> latestTerm() {
		return this.seat.latestTerm();
	}

	@Override
	public Optional<Participant> awaitLeader(Duration timeout) throws InterruptedException {
		return this.standing.awaitedLeader().await(timeout);
	}

	@Override
	public Optional<Leadership> awaitLeadership(Duration timeout) throws InterruptedException {
		return this.standing.awaitedLeadership().await(timeout);
	}

	@Override
	public Optional<LeaderWork> startWork(Runnable cancel) {
		return this.standing.term().flatMap((term) -> term.startWork(cancel));
	}

	@Override
	public Cancellable observe(Consumer<ElectionView> observer) {
		requireOpen();
		Object key = new Object();
		this.loop.execute(() -> {
			this.standing.addObserver(key, observer);
			this.seat.observe();
		});
		return () -> this.loop.execute(() -> {
			this.standing.remove(key);
			this.seat.observe();
		});
	}

	@Override
	public Cancellable addListener(LeadershipListener listener) {
		Object key = new Object();
		this.loop.execute(() -> this.standing.add(key, listener));
		return () -> this.loop.execute(() -> this.standing.remove(key));
	}

}
