package io.zkhelper.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Session;

/**
 * A request about a lock that is made again after each lost answer, but not for ever.
 *
 * @param <T> what is asked for
 */
final class Query<T> implements Errand {

	private static final Cancellable NOTHING = () -> {
	};

	private final Errands errands;

	private final Request<T> request;

	private final Consumer<Runnable> executor;

	private final CompletableFuture<T> result = new CompletableFuture<>();

	private final Failure failure;

	private Cancellable timer = NOTHING;

	private boolean sent;

	private boolean over;

	private Query(Errands errands, Failure failure, Request<T> request) {
		this.errands = errands;
		this.failure = failure;
		this.request = request;
		this.executor = errands.context().listenerExecutor()::execute;
	}

	/**
	 * Ask.
	 * @param errands where errands are done
	 * @param patience how long to try
	 * @param failure makes the error of what went wrong
	 * @param request what to send; may be sent again
	 * @return the answer to come, on an executor for listeners
	 */
	static <T> CompletionStage<T> start(Errands errands, Duration patience, Failure failure, Request<T> request) {
		Query<T> query = new Query<>(errands, failure, request);
		errands.context().loop().execute(() -> query.begin(patience));
		return query.result.minimalCompletionStage();
	}

	private void begin(Duration patience) {
		this.timer = this.errands.context()
			.loop()
			.schedule(patience, () -> refuse("the servers have not answered within " + patience));
		this.errands.add(this);
	}

	@Override
	public void onServer(Session session) {
		if (!this.sent && !this.over) {
			this.sent = true;
			this.request.send(session, (answer) -> onAnswer(session, answer));
		}
	}

	private void onAnswer(Session session, Answer<T> answer) {
		this.sent = false;
		if (answer.isOk()) {
			finish(() -> this.result.complete(answer.value()));
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			session.whenConnected(() -> onServer(session));
		}
		else {
			refuse(answer.why().toString());
		}
	}

	@Override
	public void onSessionOver(LockLoss why) {
		if (why != LockLoss.SESSION_EXPIRED) {
			refuse(why.description());
		}
	}

	private void refuse(String why) {
		finish(() -> this.result.completeExceptionally(this.failure.of(why)));
	}

	private void finish(Runnable completion) {
		if (!this.over) {
			this.over = true;
			this.timer.cancel();
			this.errands.remove(this);
			this.executor.accept(completion);
		}
	}

	/**
	 * What to ask the servers.
	 *
	 * @param <T> what is asked for
	 */
	@FunctionalInterface
	interface Request<T> {

		void send(Session session, Consumer<Answer<T>> answer);

	}

	/**
	 * Says what could not be done.
	 */
	@FunctionalInterface
	interface Failure {

		RuntimeException of(String why);

	}

}
