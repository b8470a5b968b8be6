package io.zkhelper.test.election;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.LeaderTask;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.PastTerm;
import io.zkhelper.election.TaskDidNotStopException;
import io.zkhelper.election.TaskOptions;
import io.zkhelper.election.TaskResult;
import io.zkhelper.election.TaskRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tasks on threads of their own, which are interrupted or let go of, on any servers.
 */
@Timeout(60)
abstract class TaskContract extends FaceContract {

	private static final TaskOptions IMPATIENT = TaskOptions.DEFAULT.withStopTimeout(Duration.ofMillis(200));

	@Test
	@DisplayName("TA-01: two tasks lead one after the other, each ends with its run, and leaves no candidate")
	void oneAfterTheOther() {
		Member first = member("1");
		Member second = member("2");
		Toil toil = Toil.obedient();
		TaskRun run = first.election().run(toil);
		awaitWork(toil);
		Toil other = Toil.obedient();
		TaskRun next = second.election().run(other);
		awaitContenders(2);
		world().await("both know who leads", () -> second.sees("1"));
		assertThat(other.isAtWork()).isFalse();
		run.close();
		assertThat(toil.wasInterrupted()).isTrue();
		get("the end", run.ended());
		awaitWork(other);
		assertThat(contenders()).as("the candidate of the first is gone").isEqualTo(1);
		world().await("it is seen to lead", () -> second.sees("2"));
		next.close();
		awaitContenders(0);
		get("the end", next.ended());
	}

	@Test
	void anOrderlyEndInterruptsAtOnceAndWaitsForTheTask() {
		Member only = member("a", ElectionOptions.DEFAULT.withDrainTimeout(Duration.ofSeconds(30)));
		Toil toil = Toil.stubborn();
		only.election().run(toil);
		awaitWork(toil);
		CompletableFuture<Void> resigned = only.election().resign().toCompletableFuture();
		world().await("it is told", toil::wasInterrupted);
		assertThat(toil.terms().get(0).isValid()).as("the term lasts").isTrue();
		assertThat(resigned).isNotDone();
		toil.letGo();
		get("the resignation", resigned);
		world().await("it is called again", () -> toil.terms().size() == 2);
	}

	@Test
	@DisplayName("TR-02 F-03: a task of a leader that is cut off is interrupted before another one leads")
	void cutOff() {
		Member first = hastyMember("a");
		Toil toil = Toil.obedient();
		first.election().run(toil);
		awaitWork(toil);
		Member second = follower("b");
		world().cut(first.client());
		world().await("b leads", () -> {
			assertThat(second.leads() && toil.terms().get(0).isValid()).as("two valid terms").isFalse();
			return second.leads();
		});
		assertThat(toil.wasInterrupted()).isTrue();
		world().heal(first.client());
		awaitContenders(2);
		get("the stop", second.election().stop());
		world().await("a leads again", () -> toil.terms().size() == 2 && toil.isAtWork());
	}

	@Test
	@DisplayName("TR-20 F-13: a task that ignores the stop is reported, and not called again before it has ended")
	void ignoresTheStop() {
		Member only = member("a");
		Toil toil = Toil.stubborn();
		TaskRun run = only.election().run(toil, IMPATIENT);
		awaitWork(toil);
		world().delete(onlyCandidate());
		world().await("it is reported", () -> !toil.complaints().isEmpty());
		assertThat(toil.complaints()).singleElement()
			.asString()
			.contains("'reports'", "PT0.2S", "stopTimeout")
			.doesNotEndWith(" at 0 frames");
		awaitContenders(0);
		world().during(Duration.ofMillis(500), "it is out of the queue", () -> contenders() == 0 && run.isRunning());
		assertThat(only.election().view().state()).isEqualTo(ElectionState.PAUSED);
		toil.letGo();
		world().await("it is back, and called again", () -> toil.terms().size() == 2);
		assertThat(toil.complaints()).hasSize(1);
	}

	@Test
	@DisplayName("TR-20: closing a run whose task ignores the stop says so, and others lead")
	void closedInVain() {
		Member first = member("a", ElectionOptions.DEFAULT.withDrainTimeout(Duration.ofMillis(300)));
		Toil toil = Toil.stubborn();
		TaskRun run = first.election().run(toil, IMPATIENT);
		awaitWork(toil);
		assertThatExceptionOfType(TaskDidNotStopException.class).isThrownBy(run::close)
			.satisfies((overdue) -> assertThat(overdue.getStackTrace()).isNotEmpty());
		leader("b");
		assertThat(run.ended().toCompletableFuture()).isNotDone();
		toil.letGo();
		get("the end", run.ended());
		run.close();
		assertThat(toil.terms()).hasSize(1);
	}

	@Test
	void aTaskMayCloseItsRun() {
		Member only = member("a");
		AtomicReference<TaskRun> run = new AtomicReference<>();
		CompletableFuture<TaskRun> handed = new CompletableFuture<>();
		run.set(only.election().run((leadership) -> {
			handed.get().close();
			return TaskResult.REJOIN;
		}));
		handed.complete(run.get());
		get("the end", run.get().ended());
		awaitContenders(0);
		assertThat(only.term()).isZero();
	}

	@Test
	void theEndOfTheElectionOrItsClientIsTheEndOfTheRun() {
		Member first = member("a");
		Toil toil = Toil.obedient();
		TaskRun run = first.election().run(toil);
		awaitWork(toil);
		first.election().close();
		get("the end", run.ended());
		Member second = member("b");
		Toil other = Toil.obedient();
		TaskRun next = second.election().run(other);
		awaitWork(other);
		second.client().closeAsync();
		get("the end", next.ended());
		assertThat(other.wasInterrupted()).isTrue();
		get("the end of a run that never began", second.election().run(other).ended());
	}

	@Test
	void tasksSideBySideLeaveTogether() {
		Member only = member("a");
		Toil toil = Toil.obedient();
		only.election().run(toil);
		Toil other = Toil.obedient();
		TaskRun run = only.election().run(other);
		awaitWork(toil);
		awaitWork(other);
		run.close();
		world().await("both have ended", () -> !toil.isAtWork() && !other.isAtWork());
		awaitContenders(0);
		only.election().start();
		awaitWork(toil);
		assertThat(other.terms()).hasSize(1);
	}

	@Test
	@DisplayName("A-38h: a task that has done its work rejoins or leaves")
	void results() {
		Member first = member("a");
		LeaderTask once = (leadership) -> (leadership.term() == 1) ? TaskResult.REJOIN : TaskResult.LEAVE;
		TaskRun run = first.election().run(once);
		get("the end", run.ended());
		assertThat(first.events()).startsWith("granted 1", "revoked 1 RESIGNED", "granted 2");
		world().await("the end is told", () -> first.events().contains("revoked 2 STOPPED"));
		awaitContenders(0);
		Member second = leader("b");
		world().await("it is remembered", () -> second.election().view().history().size() == 2);
		assertThat(second.election().view().history()).extracting(PastTerm::reason)
			.containsExactly(LossReason.STOPPED, LossReason.RESIGNED);
	}

	private void awaitWork(Toil toil) {
		world().await("the task is at work", toil::isAtWork);
	}

}
