package io.zkhelper.test.memory;

import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.ZnodeError;

/**
 * A request, and what is to happen with its answer.
 *
 * @param <T> the type of the answer's value
 * @param kind what it asks for
 * @param path the node that it is about
 * @param operation what the servers are to do
 * @param whenOk what the client does before anything else with the value that it gets
 * @param receiver takes the answer
 */
record Call<T>(RequestKind kind, String path, Operation<T> operation, Consumer<T> whenOk,
		Consumer<Answer<T>> receiver) {

	/**
	 * Return the answer that says why not.
	 */
	Answer<T> refusedBy(RefusedException ex) {
		return Answer.refused(ex.error(), ex.path().orElse(this.path));
	}

	void refuse(ZnodeError error) {
		this.receiver.accept(Answer.refused(error, this.path));
	}

}
