package io.zkhelper.election;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
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

	/** What a close may take beyond the drain. */
	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

	private final String name;

	private final Participant participant;

	private final EventLoop loop;

	private final Executor executor;

	private final Standing standing;

	private final Seat seat;

	private final Duration drainTimeout;

	private final AtomicBoolean closed = new AtomicBoolean();

	SeatedElection(String name, Participant participant, Table table) {
		this.name = name;
		this.participant = participant;
		this.loop = table.loop();
		this.executor = table.executor();
		this.standing = table.standing();
		this.seat = table.seat();
		this.drainTimeout = table.options().drainTimeout();
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
		if (this.closed.get()) {
			throw new IllegalStateException("Election '%s' is closed: build another one".formatted(this.name));
		}
		this.loop.execute(this.seat::start);
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
	public CompletionStage<Void> pause() {
		return ask(this.seat::pause);
	}

	@Override
	public CompletionStage<Void> resume() {
		return ask(this.seat::resume);
	}

	private CompletionStage<Void> ask(Consumer<Runnable> request) {
		Promise<Boolean> promise = new Promise<>(this.executor);
		this.loop.execute(() -> request.accept(() -> promise.keep(true)));
		return promise.stage().thenAccept((done) -> {
		});
	}

	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		long timeout = this.drainTimeout.plus(CLOSE_TIMEOUT).toMillis();
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
	public Cancellable addListener(LeadershipListener listener) {
		Object key = new Object();
		this.loop.execute(() -> this.standing.add(key, listener));
		return () -> this.loop.execute(() -> this.standing.remove(key));
	}

}
