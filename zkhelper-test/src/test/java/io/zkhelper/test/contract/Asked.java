package io.zkhelper.test.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.session.Answer;

/**
 * A question, and what came as its answer.
 */
final class Asked<T> {

	private final Stage stage;

	private final List<Answer<T>> answers = new CopyOnWriteArrayList<>();

	Asked(Stage stage) {
		this.stage = stage;
	}

	void accept(Answer<T> answer) {
		this.answers.add(answer);
	}

	boolean isAnswered() {
		return !this.answers.isEmpty();
	}

	int count() {
		return this.answers.size();
	}

	Answer<T> answer() {
		this.stage.await("there is an answer", this::isAnswered);
		return this.answers.get(0);
	}

}
