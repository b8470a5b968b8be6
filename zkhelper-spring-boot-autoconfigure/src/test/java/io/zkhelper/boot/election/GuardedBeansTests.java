package io.zkhelper.boot.election;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AliasFor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for where the annotation may stand, and for its neighbours.
 */
class GuardedBeansTests {

	@Test
	void guardsAMethodDeclaredByAnInterface() {
		ElectionRunner runner = ElectionRunner.with(ReportsByInterface.class)
			.withProperties("spring.aop.proxy-target-class=false");
		runner.run((context) -> {
			Reports reports = context.getBean(Reports.class);
			assertThat(AopUtils.isJdkDynamicProxy(reports)).isTrue();
			reports.write();
			ElectionRunner.election(context).grant();
			reports.write();
			assertThat(runner.outcomes()).containsExactly(ExecutionOutcome.SKIPPED_OTHER_LEADS,
					ExecutionOutcome.EXECUTED);
		});
	}

	@Test
	void guardsAClassThatInheritsTheAnnotationFromAnInterface() {
		ElectionRunner runner = ElectionRunner.with(ReportsByInterface.class);
		runner.run((context) -> {
			assertThat(AopUtils.isCglibProxy(context.getBean(Reports.class))).isTrue();
			context.getBean(Reports.class).write();
			assertThat(runner.outcomes()).hasSize(1);
		});
	}

	@Test
	void guardsByAnAnnotationOfTheApplicationsOwn() {
		ElectionRunner runner = ElectionRunner.with(Annotated.class);
		runner.run((context) -> {
			context.getBean(Annotated.class).run();
			assertThat(runner.executions).singleElement()
				.satisfies((execution) -> assertThat(execution.election()).isEqualTo("nightly"));
			assertThat(context.getBean(LeaderElections.class).names()).containsExactly("nightly");
		});
	}

	@Test
	void resolvesPlaceholders() {
		ElectionRunner.with(Named.class)
			.withProperties("which=reports")
			.run((context) -> assertThat(context.getBean(LeaderElections.class).names()).containsExactly("reports"));
	}

	@Test
	void guardsAllOfAClassButWhatBelongsToTheContainerAndToObject() {
		ElectionRunner runner = ElectionRunner.with(Guarded.class);
		runner.run((context) -> {
			Guarded guarded = context.getBean(Guarded.class);
			assertThat(guarded).isEqualTo(guarded).hasToString("guarded");
			assertThat(guarded.hashCode()).isEqualTo(guarded.hashCode());
			assertThat(guarded.isRunning()).isTrue();
			guarded.open();
			guarded.hidden();
			assertThat(runner.executions).extracting((execution) -> execution.method().getName())
				.containsExactly("open", "hidden");
			assertThat(runner.outcomes()).containsOnly(ExecutionOutcome.SKIPPED_OTHER_LEADS);
		});
	}

	@Test
	void worksWithScheduled() {
		ElectionRunner runner = ElectionRunner.with(Scheduling.class, ScheduledJob.class);
		runner.run((context) -> {
			ScheduledJob job = context.getBean(ScheduledJob.class);
			ElectionRunner.election(context).grant();
			assertThat(job.ran().await(5, TimeUnit.SECONDS)).isTrue();
		});
	}

	@Test
	void followersSkipScheduled() {
		ElectionRunner runner = ElectionRunner.with(Scheduling.class, ScheduledJob.class);
		CountDownLatch skipped = new CountDownLatch(2);
		runner.reportingTo((execution) -> skipped.countDown()).run((context) -> {
			assertThat(skipped.await(5, TimeUnit.SECONDS)).isTrue();
			assertThat(context.getBean(ScheduledJob.class).ran().getCount()).isEqualTo(1);
		});
	}

	@Test
	void worksWithEventListeners() {
		ElectionRunner runner = ElectionRunner.with(Listening.class);
		runner.run((context) -> {
			context.publishEvent("first");
			ElectionRunner.election(context).grant();
			context.publishEvent("second");
			assertThat(context.getBean(Listening.class).heard()).isEqualTo(1);
			assertThat(runner.outcomes()).containsExactly(ExecutionOutcome.SKIPPED_OTHER_LEADS,
					ExecutionOutcome.EXECUTED);
		});
	}

	@Test
	void asksWhoLeadsOnTheThreadThatRunsTheMethod() {
		ElectionRunner.with(AsyncEnabled.class, AsyncJob.class).runAsLeader((context) -> {
			AsyncJob job = context.getBean(AsyncJob.class);
			job.run();
			assertThat(job.await()).isTrue();
			assertThat(job.worksWhileRunning()).isEqualTo(1);
		});
	}

	interface Reports {

		@LeaderOnly
		void write();

	}

	static class ReportsByInterface implements Reports {

		@Override
		public void write() {
		}

	}

	@LeaderOnly
	@Retention(RetentionPolicy.RUNTIME)
	@interface Nightly {

		@AliasFor(annotation = LeaderOnly.class, attribute = "value")
		String election() default "nightly";

	}

	static class Annotated {

		@Nightly
		void run() {
		}

	}

	static class Named {

		@LeaderOnly("${which}")
		void run() {
		}

	}

	@LeaderOnly
	static class Guarded implements InitializingBean, SmartLifecycle {

		private boolean running;

		public void open() {
		}

		void hidden() {
		}

		@Override
		public void afterPropertiesSet() {
		}

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public boolean equals(Object other) {
			return super.equals(other);
		}

		@Override
		public int hashCode() {
			return 7;
		}

		@Override
		public String toString() {
			return "guarded";
		}

	}

	@EnableScheduling
	static class Scheduling {

	}

	static class ScheduledJob {

		final CountDownLatch ran = new CountDownLatch(1);

		@LeaderOnly
		@Scheduled(fixedDelay = 10)
		void run() {
			this.ran.countDown();
		}

		CountDownLatch ran() {
			return this.ran;
		}

	}

	static class Listening {

		final AtomicInteger heard = new AtomicInteger();

		@LeaderOnly
		@EventListener
		void on(String event) {
			this.heard.incrementAndGet();
		}

		int heard() {
			return this.heard.get();
		}

	}

	@EnableAsync
	static class AsyncEnabled {

	}

	static class AsyncJob {

		final CountDownLatch ran = new CountDownLatch(1);

		final LeaderElections elections;

		volatile int worksWhileRunning;

		AsyncJob(LeaderElections elections) {
			this.elections = elections;
		}

		@Async
		@LeaderOnly
		public void run() {
			this.worksWhileRunning = ((GrantableElection) this.elections.join("default")).works.size();
			this.ran.countDown();
		}

		boolean await() throws InterruptedException {
			return this.ran.await(5, TimeUnit.SECONDS);
		}

		int worksWhileRunning() {
			return this.worksWhileRunning;
		}

	}

}
