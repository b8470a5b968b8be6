package io.zkhelper.test.election;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LeaderTask;
import io.zkhelper.election.TaskOptions;
import io.zkhelper.election.TaskResult;
import io.zkhelper.election.TaskRun;
import io.zkhelper.session.Engine;
import io.zkhelper.test.world.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tasks that fail, on any servers.
 */
abstract class FailingTaskContract extends FaceContract {

	private final CapturedLog log = CapturedLog.of(LeaderElection.class, Level.INFO);

	@AfterEach
	void release() {
		this.log.close();
	}

	@Test
	@DisplayName("TR-21 F-12: while a task fails at once and repeatedly, another one gets to lead")
	void anotherOneLeads() {
		Member first = member("a");
		List<Long> terms = new CopyOnWriteArrayList<>();
		first.election().run(failing(terms));
		world().await("it fails", () -> !terms.isEmpty());
		Member second = leader("b");
		int before = terms.size();
		world().during(Duration.ofSeconds(1), "b leads on", () -> second.leads() && terms.size() == before);
		assertThat(contenders()).as("it waits for its turn").isLessThanOrEqualTo(2);
		second.election().stop();
		world().await("it fails again", () -> terms.size() > before);
		assertThat(this.log.messages(Level.WARN)).anyMatch((message) -> message.contains("PT0.1S"));
	}

	@Test
	@DisplayName("A-38h: a task that has failed as often as it may leaves, and its failure is told")
	void limit() {
		Member only = member("a");
		List<Long> terms = new CopyOnWriteArrayList<>();
		TaskRun run = only.election().run(failing(terms), TaskOptions.DEFAULT.withMaxRestarts(2));
		CompletableFuture<Void> ended = run.ended().toCompletableFuture();
		world().await("the end", ended::isDone);
		assertThat(terms).containsExactly(1L, 2L, 3L);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(ended::join)
			.havingCause()
			.withMessage("Failed in term 3");
		awaitContenders(0);
	}

	private static LeaderTask failing(List<Long> terms) {
		return (leadership) -> {
			terms.add(leadership.term());
			throw new IllegalStateException("Failed in term " + leadership.term());
		};
	}

	/**
	 * Fail a number of times, and return how long it took from one failure to the next.
	 * @param goodAfter the failure after which the task does its work once
	 */
	final List<Duration> distances(Member member, int failures, int goodAfter) {
		List<Long> failedAt = new CopyOnWriteArrayList<>();
		List<Long> good = new CopyOnWriteArrayList<>();
		TaskRun run = member.election().run((leadership) -> {
			if (failedAt.size() == goodAfter && good.isEmpty()) {
				good.add(leadership.term());
				return TaskResult.REJOIN;
			}
			failedAt.add(Engine.of(member.client()).loop().now().nanos());
			throw new IllegalStateException("As expected");
		});
		world().during(Duration.ofSeconds(1), "it begins", () -> true);
		while (failedAt.size() < failures) {
			world().during(Duration.ofSeconds(20), "it goes on", () -> !run.ended().toCompletableFuture().isDone());
		}
		List<Duration> distances = new ArrayList<>();
		for (int i = 1; i < failures; i++) {
			distances.add(Duration.ofNanos(failedAt.get(i) - failedAt.get(i - 1)));
		}
		return distances;
	}

}
