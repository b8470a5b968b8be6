package io.zkhelper.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

import io.zkhelper.session.NodeException;
import io.zkhelper.session.Promise;
import io.zkhelper.session.ZnodeError;

/**
 * Waits for the answers to requests, on the thread of the caller.
 */
final class Requests {

	private static final int MAX_IN_FLIGHT = 64;

	private Requests() {
	}

	/**
	 * Wait for one answer.
	 * @throws NodeException if the request was refused
	 */
	static <T> T await(CompletionStage<T> answer) throws InterruptedException {
		try {
			return answer.toCompletableFuture().get();
		}
		catch (ExecutionException ex) {
			throw causeOf(ex);
		}
	}

	private static RuntimeException causeOf(ExecutionException failure) {
		return (Promise.causeOf(failure) instanceof RuntimeException known) ? known
				: new IllegalStateException("A request failed in a way that requests don't", failure);
	}

	/**
	 * Wait for the answer to a question.
	 * @return the answer, empty if there is no such node
	 * @throws NodeException if it was refused otherwise
	 */
	static <T> Optional<T> read(CompletionStage<T> answer) throws InterruptedException {
		try {
			return Optional.of(await(answer));
		}
		catch (NodeException ex) {
			return emptyIf(ex.error() == ZnodeError.NO_NODE, ex);
		}
	}

	/**
	 * Wait for the answer to a change.
	 * @param conflicts refusals that come of what others do
	 * @return the answer, empty if it was refused in one of these ways
	 * @throws OutcomeUnknownException if nobody knows whether it was applied
	 * @throws NodeException if it was refused otherwise
	 */
	static <T> Optional<T> write(CompletionStage<T> answer, ZnodeError... conflicts) throws InterruptedException {
		try {
			return Optional.of(await(answer));
		}
		catch (NodeException ex) {
			if (ex.error().isOutcomeUnknown()) {
				throw new OutcomeUnknownException(ex);
			}
			return emptyIf(Arrays.asList(conflicts).contains(ex.error()), ex);
		}
	}

	private static <T> Optional<T> emptyIf(boolean expected, NodeException ex) {
		if (!expected) {
			throw ex;
		}
		return Optional.empty();
	}

	/**
	 * Ask the same of many nodes, of some at a time.
	 * @return the answers, in the order of the nodes; empty where there is no such node
	 */
	static <T> List<Optional<T>> all(List<String> paths, Function<String, CompletionStage<T>> request)
			throws InterruptedException {
		List<CompletionStage<T>> sent = new ArrayList<>();
		List<Optional<T>> answers = new ArrayList<>();
		for (String path : paths) {
			if (sent.size() - answers.size() == MAX_IN_FLIGHT) {
				answers.add(read(sent.get(answers.size())));
			}
			sent.add(request.apply(path));
		}
		while (answers.size() < sent.size()) {
			answers.add(read(sent.get(answers.size())));
		}
		return answers;
	}

}
