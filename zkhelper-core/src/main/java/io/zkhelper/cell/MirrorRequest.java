package io.zkhelper.cell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Promise;
import org.jspecify.annotations.Nullable;

/**
 * One request to the ensembles of a mirror, all at once or one after the other.
 *
 * @param <T> the type of the answers
 * @param path the node that it is about
 * @param ensembles sends it to each, by name, in the order of the mirror
 */
record MirrorRequest<T>(String path, Map<String, Supplier<CompletionStage<T>>> ensembles) {

	/**
	 * Ask all, and wait for all.
	 */
	CompletionStage<MirrorResult<T>> askAll() {
		Map<String, CompletableFuture<Answer<T>>> sent = new LinkedHashMap<>();
		this.ensembles.forEach((name, request) -> sent.put(name, ask(request).toCompletableFuture()));
		return CompletableFuture.allOf(sent.values().toArray(CompletableFuture<?>[]::new)).thenApply((unused) -> {
			Map<String, Answer<T>> answers = new LinkedHashMap<>();
			sent.forEach((name, answer) -> answers.put(name, answer.join()));
			return MirrorResult.of(answers.keySet(), answers);
		});
	}

	/**
	 * Ask all, and wait until the ballot is over.
	 */
	CompletionStage<T> vote(Ballot<T> empty) {
		CompletableFuture<T> decision = new CompletableFuture<>();
		AtomicReference<Ballot<T>> ballot = new AtomicReference<>(empty);
		this.ensembles.forEach((name, request) -> ask(request).whenComplete((answer, failure) -> {
			if (failure != null) {
				decision.completeExceptionally(failure);
			}
			else {
				settle(ballot.updateAndGet((before) -> before.with(name, answer)), decision);
			}
		}));
		return decision.minimalCompletionStage();
	}

	private static <T> void settle(Ballot<T> ballot, CompletableFuture<T> decision) {
		if (!ballot.isOver()) {
			return;
		}
		try {
			decision.complete(ballot.decide());
		}
		catch (NodeException | InconsistentMirrorException | MirrorUnavailableException ex) {
			decision.completeExceptionally(ex);
		}
	}

	/**
	 * Ask one after the other until one says something.
	 */
	CompletionStage<T> askInTurn() {
		CompletionStage<Map<String, Answer<T>>> asked = CompletableFuture.completedStage(Map.of());
		for (Map.Entry<String, Supplier<CompletionStage<T>>> next : this.ensembles.entrySet()) {
			asked = asked.thenCompose((before) -> askUnlessSaid(before, next.getKey(), next.getValue()));
		}
		return asked.thenApply(this::firstStatement);
	}

	private CompletionStage<Map<String, Answer<T>>> askUnlessSaid(Map<String, Answer<T>> before, String name,
			Supplier<CompletionStage<T>> request) {
		if (before.values().stream().anyMatch(Ballot::isStatement)) {
			return CompletableFuture.completedStage(before);
		}
		return ask(request).thenApply((answer) -> {
			Map<String, Answer<T>> after = new LinkedHashMap<>(before);
			after.put(name, answer);
			return after;
		});
	}

	private T firstStatement(Map<String, Answer<T>> answers) {
		return answers.values()
			.stream()
			.filter(Ballot::isStatement)
			.findFirst()
			.map(Ballot::valueOf)
			.orElseThrow(() -> new MirrorUnavailableException(this.path, 1,
					MirrorResult.of(answers.keySet(), answers).refusals()));
	}

	private static <T> CompletionStage<Answer<T>> ask(Supplier<CompletionStage<T>> request) {
		return request.get().handle(MirrorRequest::<T>settled).thenCompose(Function.identity());
	}

	// A refusal is an answer; anything else is not
	private static <T> CompletionStage<Answer<T>> settled(@Nullable T value, @Nullable Throwable failure) {
		if (failure == null) {
			return CompletableFuture.completedStage(new Answer<>(value, null));
		}
		Throwable cause = Promise.causeOf(failure);
		return (cause instanceof NodeException refused)
				? CompletableFuture.completedStage(new Answer<>(null, refused.refusal()))
				: CompletableFuture.failedStage(cause);
	}

}
