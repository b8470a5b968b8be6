package io.zkhelper.test.memory;

import java.util.function.Function;

/**
 * What a request asks for, and so where it is decided.
 *
 * @param <T> the type of the answer's value
 */
sealed interface Operation<T> {

	/**
	 * Answered by the server that the client is connected to, from what it has.
	 *
	 * @param <T> the type of the answer's value
	 * @param ask reads, and may leave a watch; refuses by a {@link RefusedException}
	 */
	record Read<T>(Function<ServerReads, T> ask) implements Operation<T> {
	}

	/**
	 * Decided by the leader of the ensemble.
	 *
	 * @param <T> the type of the answer's value
	 * @param changes makes the changes; refuses by a {@link RefusedException}
	 */
	record Write<T>(Function<Draft, T> changes) implements Operation<T> {
	}

	/**
	 * Answered when the server has what the leader had when it was asked.
	 *
	 * @param <T> the type of the answer's value
	 * @param value the answer
	 */
	record Sync<T>(T value) implements Operation<T> {
	}

	/**
	 * Ends the session.
	 *
	 * @param <T> the type of the answer's value
	 * @param value the answer
	 */
	record Close<T>(T value) implements Operation<T> {
	}

}
