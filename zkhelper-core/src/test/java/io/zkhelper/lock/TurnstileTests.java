package io.zkhelper.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One task at a time.
 */
class TurnstileTests {

	private static final int MANY = 5000;

	private final Queue<Runnable> relief = new ArrayDeque<>();

	private final Turnstile turnstile = new Turnstile(this.relief::add);

	private final List<Integer> done = new ArrayList<>();

	@Test
	void whoIsInsideIsRelievedWhileOthersComeAllTheTime() {
		goOn(0);
		assertThat(this.done).hasSizeLessThan(MANY);
		while (!this.relief.isEmpty()) {
			this.relief.remove().run();
		}
		assertThat(this.done).containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
	}

	private void goOn(int number) {
		if (number < MANY) {
			this.turnstile.enter(() -> {
				goOn(number + 1);
				this.done.add(number);
			});
		}
	}

	@Test
	void aTaskThatFailsKeepsNobodyOut() {
		this.turnstile.enter(() -> {
			throw new IllegalStateException("A task of this test fails");
		});
		this.turnstile.enter(() -> this.done.add(1));
		assertThat(this.done).containsExactly(1);
		assertThat(this.relief).isEmpty();
	}

}
