package io.zkhelper.test.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

import io.zkhelper.session.Answer;
import io.zkhelper.session.ZnodeError;

/**
 * The requests of a client that are not answered yet, in order.
 */
final class CallQueue {

	private final Executor loop;

	private final Queue<Call<?>> sent = new ArrayDeque<>();

	private final Queue<Call<?>> waiting = new ArrayDeque<>();

	CallQueue(Executor loop) {
		this.loop = loop;
	}

	/**
	 * Wait for a connection.
	 */
	void addWaiting(Call<?> call) {
		this.waiting.add(call);
	}

	List<Call<?>> takeWaiting() {
		List<Call<?>> calls = new ArrayList<>(this.waiting);
		this.waiting.clear();
		return calls;
	}

	/**
	 * Wait for an answer.
	 */
	void addSent(Call<?> call) {
		this.sent.add(call);
	}

	<T> void answer(Call<T> call, Answer<T> answer) {
		Call<?> expected = this.sent.poll();
		if (expected != call) {
			throw new IllegalStateException("An answer for %s came where one for %s was due".formatted(call, expected));
		}
		if (answer.isOk()) {
			call.whenOk().accept(answer.value());
		}
		this.loop.execute(() -> call.receiver().accept(answer));
	}

	void refuse(Call<?> call, ZnodeError error) {
		this.loop.execute(() -> call.refuse(error));
	}

	void refuseAll(ZnodeError error) {
		this.sent.forEach((call) -> refuse(call, error));
		this.sent.clear();
		takeWaiting().forEach((call) -> refuse(call, error));
	}

}
