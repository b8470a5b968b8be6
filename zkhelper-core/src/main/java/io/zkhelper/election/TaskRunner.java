package io.zkhelper.election;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Awaited;
import io.zkhelper.session.Backoff;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Promise;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task in each term, and keeps the participant out of the queue while a call is
 * under way that was told to end, and after one that has failed. Lives on the event loop.
 */
final class TaskRunner implements TaskRun, TermListener {

	private static final Logger logger = LoggerFactory.getLogger(LeaderElection.class);

	private static final Runnable NOTHING = () -> {
	};

	private final Table table;

	private final LeaderTask task;

	private final TaskOptions options;

	// Exact: only one of all participants leads, and so only one fails at a time
	private final Backoff backoff = Backoff.exact(Duration.ofMillis(100), Duration.ofMinutes(1));

	private final Promise<Boolean> ended;

	private final Awaited<Boolean> quiet;

	private Cancellable timer = () -> {
	};

	private int failures;

	private boolean told;

	private boolean leaving;

	private boolean hasLeft;

	private @Nullable Throwable lastFailure;

	private volatile @Nullable TaskCall current;

	private volatile @Nullable TaskDidNotStopException overdue;

	private volatile boolean over;

	TaskRunner(Table table, LeaderTask task, TaskOptions options) {
		this.table = table;
		this.task = task;
		this.options = options;
		this.ended = new Promise<>(table.executor());
		this.quiet = new Awaited<>(table.loop(), this::whetherEnded);
	}

	void start() {
		if (this.table.seat().isRetired()) {
			onClosed();
			return;
		}
		this.table.standing().addInsider(this, this);
		this.table.bids().start();
	}

	@Override
	public boolean isRunning() {
		return this.current != null;
	}

	@Override
	public CompletionStage<Void> ended() {
		return this.ended.stage().thenAccept((done) -> {
		});
	}

	@Override
	public void onGranted(ActiveTerm term) {
		if (!this.leaving && this.current == null) {
			term.startWork(NOTHING).ifPresent(this::call);
		}
	}

	private void call(LeaderWork work) {
		TaskCall call = new TaskCall(this.task, work);
		this.told = false;
		this.current = call;
		call.start(this.table.executor(), (end) -> this.table.loop().execute(() -> onEnd(end)));
	}

	@Override
	public void onDraining() {
		tellToStop();
	}

	@Override
	public void onRevoked(LossReason reason) {
		tellToStop();
	}

	private void tellToStop() {
		TaskCall call = this.current;
		if (call != null && !this.told) {
			this.told = true;
			call.interrupt();
			// The task may go on when the client is closed, and is overdue then as well
			this.timer = this.table.loop().scheduleBeyond(this.options.stopTimeout(), this::onOverdue);
			this.table.seat().keepOut(this, LossReason.RESIGNED, NOTHING);
		}
	}

	private void onOverdue() {
		TaskCall call = this.current;
		if (call == null || this.overdue != null) {
			return;
		}
		TaskDidNotStopException exception = new TaskDidNotStopException(this.table.standing().election(),
				this.options.stopTimeout(), call.trace());
		logger.error("A task did not stop", exception);
		this.overdue = exception;
		this.quiet.update();
		this.table.executor().execute(() -> this.task.onOverdue(exception));
	}

	private void onEnd(TaskEnd end) {
		this.current = null;
		this.overdue = null;
		this.timer.cancel();
		Throwable failure = end.failure();
		if (this.told || this.leaving) {
			onToldEnd(failure);
		}
		else if (failure != null) {
			onFailure(failure);
		}
		else {
			onSuccess();
			proceed(end.result());
		}
	}

	private void onToldEnd(@Nullable Throwable failure) {
		if (failure != null && !(failure instanceof InterruptedException)) {
			logger.warn("Election '{}': the task has ended as it was told to, but not in peace",
					this.table.standing().election(), failure);
		}
		onSuccess();
		this.table.seat().letIn(this);
		endIfLeft();
	}

	private void onSuccess() {
		this.failures = 0;
		this.backoff.reset();
	}

	private void proceed(TaskResult result) {
		if (result == TaskResult.LEAVE) {
			leave();
		}
		else {
			this.table.seat().resign(NOTHING);
		}
	}

	private void onFailure(Throwable failure) {
		this.failures++;
		if (!this.options.isRestarted(this.failures)) {
			logger.error("Election '{}': the task has failed {} times in a row, and leaves",
					this.table.standing().election(), this.failures, failure);
			this.lastFailure = failure;
			leave();
			return;
		}
		Duration delay = this.backoff.next();
		logger.warn("Election '{}': the task has failed, and others may lead: out of the queue for {}",
				this.table.standing().election(), delay, failure);
		this.table.seat().keepOut(this, LossReason.RESIGNED, NOTHING);
		this.timer = this.table.loop().schedule(delay, () -> this.table.seat().letIn(this));
	}

	private void leave() {
		if (!this.leaving) {
			this.leaving = true;
			this.table.seat().stop(() -> {
				this.hasLeft = true;
				endIfLeft();
			});
		}
	}

	@Override
	public void onClosed() {
		this.leaving = true;
		this.hasLeft = true;
		endIfLeft();
	}

	private void endIfLeft() {
		if (!this.hasLeft || this.current != null || this.over) {
			return;
		}
		this.over = true;
		this.timer.cancel();
		this.table.seat().letIn(this);
		this.table.standing().remove(this);
		this.quiet.update();
		Optional.ofNullable(this.lastFailure)
			.or(this.table.standing()::failure)
			.ifPresentOrElse(this.ended::fail, () -> this.ended.keep(true));
	}

	private Optional<Boolean> whetherEnded() {
		if (this.over) {
			return Optional.of(true);
		}
		return (this.overdue != null) ? Optional.of(false) : Optional.empty();
	}

	@Override
	public void close() {
		this.table.loop().execute(this::leave);
		TaskCall call = this.current;
		if (call != null && call.isCalling()) {
			return;
		}
		try {
			this.quiet.await(this.options.stopTimeout().plus(this.table.closeTimeout()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		TaskDidNotStopException exception = this.overdue;
		if (exception != null) {
			throw exception;
		}
	}

}
