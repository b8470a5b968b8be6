package io.zkhelper.cell;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.zkhelper.session.Backoff;
import io.zkhelper.session.Engine;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Promise;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * One request: sent when there is a connection, and again after a lost one if it may be.
 *
 * @param <T> the type of the answer
 */
final class PatientRequest<T> implements ConnectionGate.Passenger {

	private final ConnectionGate gate;

	private final EventLoop loop;

	private final Executor executor;

	private final Question<T> question;

	private final long deadline;

	private final Backoff backoff;

	private final CompletableFuture<T> answer = new CompletableFuture<>();

	PatientRequest(Engine engine, ConnectionGate gate, Question<T> question, Duration patience) {
		this.gate = gate;
		this.loop = engine.loop();
		this.executor = engine.listenerExecutor();
		this.question = question;
		this.deadline = this.loop.now().nanos() + patience.toNanos();
		this.backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1), this.loop);
	}

	CompletionStage<T> ask() {
		this.loop.execute(() -> this.gate.pass(this, left()));
		return this.answer.minimalCompletionStage();
	}

	private Duration left() {
		return Duration.ofNanos(this.deadline - this.loop.now().nanos());
	}

	@Override
	public void pass() {
		try {
			this.question.request().get().whenComplete(this::answered);
		}
		catch (RuntimeException ex) {
			this.executor.execute(() -> this.answer.completeExceptionally(ex));
		}
	}

	@Override
	public void giveUp() {
		Refusal refusal = new Refusal(ZnodeError.CONNECTION_LOSS, this.question.path());
		NodeException failure = new NodeException(this.question.verb(), refusal);
		this.executor.execute(() -> this.answer.completeExceptionally(failure));
	}

	// On the executor for listeners
	private void answered(@Nullable T value, @Nullable Throwable failure) {
		if (failure == null) {
			this.answer.complete(value);
		}
		else if (mayAskAgain(failure)) {
			this.loop.execute(() -> this.gate.passAgain(this, this.backoff.next(), left()));
		}
		else {
			this.answer.completeExceptionally(Promise.causeOf(failure));
		}
	}

	private boolean mayAskAgain(Throwable failure) {
		return this.question.repeatable() && Promise.causeOf(failure) instanceof NodeException refused
				&& refused.error().isOutcomeUnknown() && left().toNanos() > 0;
	}

	/**
	 * What is asked.
	 *
	 * @param verb what the request is called in errors
	 * @param path the node that it is about
	 * @param repeatable whether it does no harm to send it twice
	 * @param request sends it
	 */
	record Question<T>(String verb, String path, boolean repeatable, Supplier<CompletionStage<T>> request) {
	}

}
