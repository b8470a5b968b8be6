package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.ZkClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the modes that need no server.
 */
class ElectionModeTests {

	// The common pool has one thread on two processors, which blocks with its first task
	private static final Executor OWN_THREAD = (task) -> new Thread(task).start();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class));

	@Test
	void singleAlwaysLeadsWithoutClient() {
		this.contextRunner.withPropertyValues("zkhelper.mode=single", "zkhelper.elections.reports.drain-timeout=1s")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(ZkClient.class);
				LeaderElections elections = context.getBean(LeaderElections.class);
				assertThat(elections.names()).containsExactly("reports");
				assertThat(elections.join("reports").awaitLeadership(Duration.ofSeconds(5))).isPresent();
			});
	}

	@Test
	void anOrderlyEndWaitsForGuardedMethods() {
		this.contextRunner.withPropertyValues("zkhelper.mode=single").withBean(SlowJob.class).run((context) -> {
			SlowJob job = context.getBean(SlowJob.class);
			LeaderElection election = context.getBean(LeaderElections.class).join("default");
			election.awaitLeadership(Duration.ofSeconds(5));
			CompletableFuture<Void> running = CompletableFuture.runAsync(job::run, OWN_THREAD);
			job.awaitBegin();
			CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close, OWN_THREAD);
			Awaitility.await().until(() -> !election.isLeader());
			assertThat(closing).isNotDone();
			job.finish();
			assertThat(running).succeedsWithin(Duration.ofSeconds(5));
			assertThat(closing).succeedsWithin(Duration.ofSeconds(5));
		});
	}

	@Test
	void singleTakesTheElectionsOptions() {
		this.contextRunner
			.withPropertyValues("zkhelper.mode=single", "zkhelper.elections.default.drain-timeout=0s",
					"zkhelper.elections.watched.observer=true")
			.withBean(SlowJob.class)
			.run((context) -> {
				LeaderElections elections = context.getBean(LeaderElections.class);
				elections.join("default").awaitLeadership(Duration.ofSeconds(5));
				CompletableFuture<Void> running = CompletableFuture.runAsync(context.getBean(SlowJob.class)::run,
						OWN_THREAD);
				context.getBean(SlowJob.class).awaitBegin();
				assertThat(elections.join("watched").view().state()).isEqualTo(ElectionState.OBSERVING);
				context.close();
				assertThat(running).failsWithin(Duration.ofSeconds(2))
					.withThrowableThat()
					.withRootCauseInstanceOf(InterruptedException.class);
			});
	}

	@Test
	void offNeverLeads() {
		this.contextRunner.withPropertyValues("zkhelper.mode=off").run((context) -> {
			assertThat(context).doesNotHaveBean(ZkClient.class);
			assertThat(context.getBean(LeaderElection.class).isLeader()).isFalse();
		});
	}

	@Test
	void nothingIsJoinedThatNothingRefersTo() {
		this.contextRunner.withPropertyValues("zkhelper.mode=single")
			.run((context) -> assertThat(context.getBean(LeaderElections.class).names()).isEmpty());
	}

	static class SlowJob {

		private final CountDownLatch begun = new CountDownLatch(1);

		private final CountDownLatch finished = new CountDownLatch(1);

		@LeaderOnly
		void run() {
			this.begun.countDown();
			try {
				this.finished.await(5, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		void awaitBegin() throws InterruptedException {
			this.begun.await(5, TimeUnit.SECONDS);
		}

		void finish() {
			this.finished.countDown();
		}

	}

}
