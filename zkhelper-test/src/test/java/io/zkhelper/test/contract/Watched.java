package io.zkhelper.test.contract;

import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;

/**
 * A watch, and how often it fired.
 */
final class Watched<T> {

	private final Stage stage;

	private final AtomicInteger count = new AtomicInteger();

	private Cancellable watch = () -> {
	};

	private Answer<T> answer;

	Watched(Stage stage) {
		this.stage = stage;
	}

	void began(Cancellable watch, Answer<T> answer) {
		this.watch = watch;
		this.answer = answer;
	}

	void fired() {
		this.count.incrementAndGet();
	}

	Answer<T> answer() {
		return this.answer;
	}

	int count() {
		return this.count.get();
	}

	void awaitFired() {
		this.stage.await("the watch fires", () -> count() > 0);
	}

	void cancel() {
		this.watch.cancel();
	}

}
