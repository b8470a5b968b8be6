package io.zkhelper.test.memory;

import java.util.function.Consumer;
import java.util.function.Function;

import io.zkhelper.session.Answer;
import io.zkhelper.session.ZnodeError;

/**
 * What a client wants to change, on its way to the leader of the ensemble.
 *
 * @param <T> the type of the answer's value
 * @param via the server that the client is connected to
 * @param author who wants it
 * @param call the request
 * @param changes makes the changes; refuses by a {@link RefusedException}
 * @param done takes the answer, when the transaction is applied on that server
 */
record ClientWrite<T>(SimulatedServer via, Draft.Author author, Call<T> call, Function<Draft, T> changes,
		Consumer<Answer<T>> done) {

	/**
	 * Return what comes of it.
	 */
	Transaction applyTo(Draft draft, long zxid) {
		try {
			T value = this.changes.apply(draft);
			return draft.finish(receipt(Answer.of(value)));
		}
		catch (RefusedException ex) {
			return Transaction.withoutChange(zxid, receipt(this.call.refusedBy(ex)));
		}
	}

	private Transaction.Receipt receipt(Answer<T> answer) {
		return new Transaction.Receipt(this.via, () -> this.done.accept(answer));
	}

	Runnable refusal(ZnodeError error) {
		return () -> this.done.accept(Answer.refused(error, this.call.path()));
	}

}
