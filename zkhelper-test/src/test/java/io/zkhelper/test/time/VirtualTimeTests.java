package io.zkhelper.test.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Moment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VirtualTimeTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final VirtualTime time = new VirtualTime();

	private final VirtualLoop loop = this.time.newLoop("a");

	private final List<String> log = new ArrayList<>();

	@Test
	void nothingRunsBeforeTimePasses() {
		this.loop.execute(() -> this.log.add("task"));
		assertThat(this.log).isEmpty();
		this.time.runFor(Duration.ZERO);
		assertThat(this.log).containsExactly("task");
	}

	@Test
	void tasksRunInTheOrderOfTime() {
		this.loop.schedule(SECOND.multipliedBy(2), () -> log("late"));
		this.loop.schedule(SECOND, () -> log("early"));
		this.loop.schedule(SECOND.negated(), () -> log("now"));
		this.time.runFor(SECOND.multipliedBy(3));
		assertThat(this.log).containsExactly("now PT0S", "early PT1S", "late PT2S");
		assertThat(this.time.now()).isEqualTo(SECOND.multipliedBy(3));
	}

	@Test
	void tasksDueTogetherRunInTheOrderTheyCameIn() {
		VirtualLoop other = this.time.newLoop("b");
		for (int i = 0; i < 6; i++) {
			String name = Integer.toString(i);
			((i % 2 == 0) ? this.loop : other).schedule(SECOND, () -> this.log.add(name));
		}
		this.time.runFor(SECOND);
		assertThat(this.log).containsExactly("0", "1", "2", "3", "4", "5");
	}

	@Test
	void aTaskRunsAfterTheOneThatHandsItIn() {
		this.loop.execute(() -> {
			this.loop.execute(() -> this.log.add("inner"));
			this.log.add("outer");
		});
		this.time.runFor(Duration.ZERO);
		assertThat(this.log).containsExactly("outer", "inner");
	}

	@Test
	void aCancelledTaskDoesNotRun() {
		Cancellable task = this.loop.schedule(SECOND, () -> this.log.add("task"));
		task.cancel();
		task.cancel();
		this.time.runFor(SECOND);
		assertThat(this.log).isEmpty();
	}

	@Test
	void stopsWhenTheConditionHolds() {
		this.loop.schedule(SECOND, () -> this.log.add("one"));
		this.loop.schedule(SECOND.multipliedBy(2), () -> this.log.add("two"));
		assertThat(this.time.runUntil(() -> !this.log.isEmpty(), Duration.ofMinutes(1))).isTrue();
		assertThat(this.time.now()).isEqualTo(SECOND);
		assertThat(this.time.runUntil(() -> this.log.size() > 2, Duration.ofMinutes(1))).isFalse();
		assertThat(this.time.now()).isEqualTo(Duration.ofSeconds(61));
	}

	@Test
	void aFrozenProcessCatchesUp() {
		this.loop.schedule(SECOND, () -> log("timer"));
		this.loop.pause();
		this.time.runFor(SECOND.multipliedBy(3));
		this.loop.execute(() -> log("message"));
		assertThat(this.log).isEmpty();
		this.loop.resume();
		this.time.runFor(SECOND);
		assertThat(this.log).containsExactly("timer PT3S", "message PT3S");
	}

	@Test
	void aFastClockMakesTimersEarly() {
		this.loop.setClockRate(1.25);
		Moment start = this.loop.now();
		this.loop.schedule(SECOND, () -> log("timer"));
		this.time.runFor(SECOND);
		assertThat(this.log).containsExactly("timer PT0.8S");
		assertThat(this.loop.now().since(start)).isEqualTo(Duration.ofMillis(1250));
	}

	@Test
	void timersFollowAClockThatStandsStill() {
		this.loop.schedule(SECOND, () -> log("timer"));
		this.loop.setMonotonicRate(0);
		Moment start = this.loop.now();
		this.time.runFor(SECOND.multipliedBy(5));
		assertThat(this.loop.now().nanos()).isEqualTo(start.nanos());
		assertThat(this.loop.now().since(start)).isEqualTo(SECOND.multipliedBy(5));
		this.loop.setMonotonicRate(1);
		this.time.runFor(SECOND);
		assertThat(this.log).containsExactly("timer PT6S");
	}

	@Test
	void theWallClockCanBeSet() {
		Moment start = this.loop.now();
		this.loop.stepWallClock(Duration.ofHours(-1));
		this.time.runFor(SECOND);
		assertThat(this.loop.now().wall()).isEqualTo(start.wall().plus(SECOND).minus(Duration.ofHours(1)));
		assertThat(this.loop.now().since(start)).isEqualTo(SECOND);
	}

	@Test
	void noTimerRunsAfterAShutdownAndWhoAsksIsAnswered() {
		this.loop.schedule(SECOND, () -> this.log.add("timer before"));
		this.loop.execute(() -> this.log.add("before"));
		this.loop.shutdown();
		this.loop.schedule(SECOND, () -> this.log.add("timer after"));
		this.loop.execute(() -> this.log.add("after"));
		this.time.runFor(SECOND.multipliedBy(2));
		assertThat(this.log).containsExactly("before", "after");
	}

	@Test
	void whatGoesOnBeyondAShutdownRunsInItsTime() {
		this.loop.scheduleBeyond(SECOND, () -> this.log.add("before"));
		this.loop.scheduleBeyond(SECOND, () -> this.log.add("cancelled")).cancel();
		this.loop.shutdown();
		this.loop.scheduleBeyond(SECOND.multipliedBy(2), () -> this.log.add("after"));
		this.time.runFor(SECOND);
		assertThat(this.log).containsExactly("before");
		this.time.runFor(SECOND);
		assertThat(this.log).containsExactly("before", "after");
	}

	@Test
	void observersSeeEachStep() {
		List<Duration> seen = new ArrayList<>();
		Cancellable observer = this.time.observe(seen::add);
		this.loop.execute(() -> this.log.add("task"));
		this.loop.schedule(SECOND, () -> this.log.add("task"));
		this.time.runFor(SECOND);
		observer.cancel();
		this.loop.execute(() -> this.log.add("task"));
		this.time.runFor(SECOND);
		assertThat(seen).containsExactly(Duration.ZERO, SECOND);
	}

	@Test
	void whatATaskThrowsIsNotSwallowed() {
		this.loop.execute(() -> {
			throw new UnsupportedOperationException("broken");
		});
		assertThatThrownBy(() -> this.time.runFor(SECOND)).hasMessage("broken");
	}

	@Test
	void aSeedDecidesTheOrder() {
		assertThat(orderOf(1)).isEqualTo(orderOf(1));
		assertThat(orderOf(1)).isNotEqualTo(orderOf(2));
	}

	private static List<String> orderOf(long seed) {
		VirtualTime time = new VirtualTime(seed, Duration.ofMillis(1));
		List<String> log = new ArrayList<>();
		for (String name : List.of("a", "b", "c")) {
			VirtualLoop loop = time.newLoop(name);
			for (int i = 0; i < 20; i++) {
				loop.execute(() -> log.add(name));
			}
		}
		time.runFor(SECOND);
		return log;
	}

	@Test
	void aLateLoopKeepsItsOrder() {
		VirtualTime late = new VirtualTime(42, Duration.ofMillis(10));
		VirtualLoop one = late.newLoop("one");
		for (int i = 0; i < 100; i++) {
			int number = i;
			one.schedule(Duration.ofMillis(number / 10), () -> this.log.add(Integer.toString(number)));
		}
		late.runFor(SECOND.multipliedBy(2));
		assertThat(this.log).hasSize(100).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
	}

	@Test
	void saysThatTimeDoesNotPass() {
		this.loop.execute(this::again);
		assertThatIllegalStateException().isThrownBy(() -> this.time.runFor(SECOND)).withMessageContaining("'a'");
	}

	private void again() {
		this.loop.execute(this::again);
	}

	@Test
	void refusesASecondThread() {
		this.time.runFor(SECOND);
		CompletableFuture<Void> other = CompletableFuture.runAsync(() -> this.loop.execute(() -> log("task")));
		assertThatThrownBy(other::join).hasMessageContaining("Virtual time is used by");
	}

	@Test
	void aClockNeverRunsBackwards() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.loop.setClockRate(-1))
			.withMessage("'rate' must not be negative but was -1.0");
	}

	private void log(String what) {
		this.log.add(what + " " + this.time.now());
	}

}
