package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for when elections are joined and left.
 */
@ExtendWith(OutputCaptureExtension.class)
class ElectionLifecycleTests {

	// The common pool has one thread on two processors, which blocks with its first task
	private static final Executor OWN_THREAD = (task) -> new Thread(task).start();

	@Test
	void joinsWithTheLifecycleWhereThereIsNoSpringApplication() {
		ElectionRunner.with(Job.class)
			.run((context) -> assertThat(ElectionRunner.election(context).calls).containsExactly("start"));
	}

	@Test
	void joinsAgainWhenTheLifecycleStartsAgain() {
		ElectionRunner.with(Job.class).run((context) -> {
			context.stop();
			context.start();
			assertThat(ElectionRunner.election(context).calls).containsExactly("start", "stop", "start");
		});
	}

	@Test
	void joinsWhatIsReferredToLater() {
		ElectionRunner.with(Job.class).run((context) -> {
			GrantableElection later = (GrantableElection) context.getBean(LeaderElections.class).join("later");
			assertThat(later.calls).containsExactly("start");
		});
	}

	@Test
	void leavesTheStartToTheApplication() {
		ElectionRunner.with(Job.class).withProperties("zkhelper.auto-start=false").run((context) -> {
			GrantableElection election = ElectionRunner.election(context);
			assertThat(election.calls).isEmpty();
			context.stop();
			context.start();
			assertThat(election.calls).isEmpty();
			election.start();
			context.stop();
			context.start();
			assertThat(election.calls).containsExactly("start", "stop", "start");
		});
	}

	@Test
	void waitsForTheApplicationToBeReady() {
		SpringApplication application = application(Job.class, Runner.class);
		try (ConfigurableApplicationContext context = application.run()) {
			assertThat(context.getBean(Runner.class).callsBefore).isEmpty();
			assertThat(election(context).calls).containsExactly("start");
		}
	}

	@Test
	void joinsAtOnceWhenAReadyApplicationStartsAgain() {
		try (ConfigurableApplicationContext context = application(Job.class).run()) {
			context.stop();
			context.start();
			assertThat(election(context).calls).containsExactly("start", "stop", "start");
		}
	}

	@Test
	void joinsAgainAfterATestContextWasPaused() {
		try (ConfigurableApplicationContext context = application(Job.class).run()) {
			context.pause();
			context.restart();
			assertThat(election(context).calls).containsExactly("start", "stop", "start");
		}
	}

	@Test
	void joinsLateWhereBeansAreLazy() {
		SpringApplication application = application(Job.class);
		application.setLazyInitialization(true);
		try (ConfigurableApplicationContext context = application.run()) {
			assertThat(context.getBean(LeaderElections.class).names()).isEmpty();
			context.getBean(Job.class);
			assertThat(election(context).calls).containsExactly("start");
		}
	}

	@Test
	void leavesBeforeOthersStopAndClosesAfterwards() {
		ConfigurableApplicationContext context = application(Job.class, Others.class).run();
		GrantableElection election = election(context);
		List<String> stops = context.getBean(Others.class).stops;
		CompletableFuture<Void> drained = election.holdStop();
		CompletableFuture<Void> closing = CompletableFuture.runAsync(context::close, OWN_THREAD);
		await(() -> election.calls.contains("stop"));
		assertThat(stops).isEmpty();
		drained.complete(null);
		closing.orTimeout(10, TimeUnit.SECONDS).join();
		assertThat(stops).containsExactlyInAnyOrder("web", "scheduler");
		assertThat(election.calls).containsExactly("start", "stop", "close");
	}

	@Test
	void warnsOfARunnerThatDoesNotReturn(CapturedOutput output) {
		try (ConfigurableApplicationContext context = application(Job.class).run()) {
			ElectionLifecycle impatient = new ElectionLifecycle(context, context.getBean(ElectionPreparation.class),
					context.getBean(JoinedElections.class), Duration.ofMillis(1));
			impatient.start();
			await(() -> output.getOut().contains("Elections [default] are not joined yet"));
			impatient.stop();
		}
	}

	private static SpringApplication application(Class<?>... beans) {
		return new SpringApplicationBuilder(Configuration.class).sources(beans)
			.web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.bannerMode(Banner.Mode.OFF)
			.build();
	}

	private static GrantableElection election(ConfigurableApplicationContext context) {
		return (GrantableElection) context.getBean(LeaderElections.class).join("default");
	}

	private static void await(BooleanSupplier condition) {
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(condition::getAsBoolean);
	}

	@ImportAutoConfiguration(LeaderElectionAutoConfiguration.class)
	static class Configuration {

		@Bean
		LeaderElectionFactory factory() {
			return GrantableElection::new;
		}

	}

	static class Job {

		@LeaderOnly
		void run() {
		}

	}

	static class Runner {

		private List<String> callsBefore = List.of("no call");

		@Bean
		ApplicationRunner look(LeaderElections elections) {
			return (arguments) -> this.callsBefore = List.copyOf(((GrantableElection) elections.join("default")).calls);
		}

	}

	static class Others {

		final List<String> stops = new CopyOnWriteArrayList<>();

		@Bean
		SmartLifecycle web() {
			return new Recording("web", WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE, this.stops);
		}

		@Bean
		SmartLifecycle scheduler() {
			return new Recording("scheduler", ThreadPoolTaskScheduler.DEFAULT_PHASE, this.stops);
		}

	}

	private record Recording(String name, int phase, List<String> stops,
			CountDownLatch started) implements SmartLifecycle {

		private Recording(String name, int phase, List<String> stops) {
			this(name, phase, stops, new CountDownLatch(1));
		}

		@Override
		public void start() {
			this.started.countDown();
		}

		@Override
		public void stop() {
			this.stops.add(this.name);
		}

		@Override
		public boolean isRunning() {
			return this.started.getCount() == 0;
		}

		@Override
		public int getPhase() {
			return this.phase;
		}

	}

}
