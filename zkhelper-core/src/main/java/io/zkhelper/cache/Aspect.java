package io.zkhelper.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeException;

/**
 * What of a node is asked for.
 */
enum Aspect {

	DATA("read"), CHILDREN("children");

	private final String request;

	Aspect(String request) {
		this.request = request;
	}

	/**
	 * Return the name of the request, for errors.
	 */
	String request() {
		return this.request;
	}

	/**
	 * Return the value of an answer, or fail with its refusal.
	 */
	<T> CompletionStage<T> valueOf(Answer<T> answer) {
		return answer.isOk() ? CompletableFuture.completedStage(answer.value())
				: CompletableFuture.failedStage(new NodeException(this.request, answer.why()));
	}

}
