package io.zkhelper.test.contract;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.WatchEvent;

/**
 * A watch, and how often it fired.
 */
final class Watched<T> {

	private final Stage stage;

	private final AtomicInteger count = new AtomicInteger();

	private final AtomicReference<WatchEvent> event = new AtomicReference<>();

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

	void fired(WatchEvent event) {
		this.event.set(event);
		fired();
	}

	Optional<WatchEvent> event() {
		return Optional.ofNullable(this.event.get());
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
