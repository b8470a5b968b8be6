package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.boot.actuate.LeaderEndpoint;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LossReason;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that elect their leader by way of a real server.
 */
class ElectionServerTests {

	// The common pool has one thread on two processors, which blocks with its first task
	private static final Executor OWN_THREAD = (task) -> new Thread(task).start();

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void oneLeadsAndTheOthersSkip() {
		try (ConfigurableApplicationContext first = run(); ConfigurableApplicationContext second = run()) {
			awaitLeader(first, second);
			for (ConfigurableApplicationContext context : List.of(first, second)) {
				context.getBean(Job.class).run();
			}
			assertThat(first.getBean(Job.class).runs() + second.getBean(Job.class).runs()).isEqualTo(1);
		}
	}

	@Test
	void resigningMovesLeadership() {
		try (ConfigurableApplicationContext first = run(); ConfigurableApplicationContext second = run()) {
			ConfigurableApplicationContext leader = awaitLeader(first, second);
			ConfigurableApplicationContext other = (leader == first) ? second : first;
			awaitParticipants(leader, 2);
			election(leader).resign();
			await(() -> election(other).isLeader());
			assertThat(election(leader).isLeader()).isFalse();
			await(() -> leader.getBean(ElectionEventTests.Heard.class)
				.events()
				.contains("default revoked 1 " + LossReason.RESIGNED));
		}
	}

	@Test
	@DisplayName("TB-02: both applications tell who leads, and when it closes the other one leads and tells so")
	void closingMovesLeadershipAndPairsEvents() {
		ConfigurableApplicationContext leader = run("e1");
		awaitLeader(leader);
		try (ConfigurableApplicationContext other = run("e2")) {
			awaitParticipants(leader, 2);
			awaitTold(leader, "e1");
			awaitTold(other, "e1");
			assertThat(election(other).isLeader()).isFalse();
			ElectionEventTests.Heard heard = leader.getBean(ElectionEventTests.Heard.class);
			leader.close();
			assertThat(heard.events()).containsSubsequence("default granted 1", "default revoked 1 STOPPED");
			await(() -> election(other).isLeader());
			awaitTold(other, "e2");
		}
	}

	private static void awaitTold(ConfigurableApplicationContext context, String leader) {
		LeaderEndpoint endpoint = new LeaderEndpoint(context.getBean(LeaderElections.class), null, context);
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(endpoint.election("default")).extracting("leader.id").isEqualTo(leader));
	}

	@Test
	void interruptsWhatOutlastsTheDrainTimeout() {
		ConfigurableApplicationContext context = builder()
			.properties("zkhelper.connect-string=" + this.server.connectString(),
					"zkhelper.elections.default.drain-timeout=100ms")
			.run();
		awaitLeader(context);
		Job job = context.getBean(Job.class);
		CompletableFuture<String> running = CompletableFuture.supplyAsync(job::runForEver, OWN_THREAD);
		await(() -> job.runs() == 1);
		context.close();
		assertThat(running).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("interrupted");
	}

	@Test
	void startsWhileTheServerIsAwayAndJoinsWhenItComes() {
		this.server.stop();
		try (ConfigurableApplicationContext context = run()) {
			context.getBean(Job.class).run();
			assertThat(context.getBean(Job.class).runs()).isZero();
			this.server.restart();
			awaitLeader(context);
			context.getBean(Job.class).run();
			assertThat(context.getBean(Job.class).runs()).isEqualTo(1);
		}
	}

	@Test
	void joinsAgainAfterItsLifecycleWasPaused() {
		try (ConfigurableApplicationContext context = run()) {
			awaitLeader(context);
			context.stop();
			assertThat(election(context).isLeader()).isFalse();
			context.start();
			awaitLeader(context);
		}
	}

	@Test
	void usesAClientOfTheApplicationsOwn() {
		ZkClient client = ZkClient.connect(ZkClientOptions.of(this.server.connectString())
			.withTiming(Timing.DEFAULT.withSessionTimeout(Duration.ofSeconds(4))));
		try (ConfigurableApplicationContext context = builder()
			.initializers((created) -> created.getBeanFactory().registerSingleton("client", client))
			.run()) {
			assertThat(context.getBean(ZkClient.class)).isSameAs(client);
			awaitLeader(context);
		}
		client.close();
	}

	private ConfigurableApplicationContext run(String id) {
		return builder()
			.properties("zkhelper.connect-string=" + this.server.connectString(), "zkhelper.participant.id=" + id)
			.run();
	}

	private ConfigurableApplicationContext run() {
		return builder().properties("zkhelper.connect-string=" + this.server.connectString()).run();
	}

	private static SpringApplicationBuilder builder() {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("zkhelper.session-timeout=4s", "zkhelper.tick-time=200ms");
	}

	private static ConfigurableApplicationContext awaitLeader(ConfigurableApplicationContext... contexts) {
		await(() -> List.of(contexts).stream().anyMatch((context) -> election(context).isLeader()));
		return List.of(contexts).stream().filter((context) -> election(context).isLeader()).findFirst().orElseThrow();
	}

	private static void awaitParticipants(ConfigurableApplicationContext context, int count) {
		await(() -> election(context).view().participants().size() == count);
	}

	private static LeaderElection election(ConfigurableApplicationContext context) {
		return context.getBean(LeaderElections.class).join("default");
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(condition);
	}

	@ImportAutoConfiguration({ ZkHelperAutoConfiguration.class, LeaderElectionAutoConfiguration.class })
	static class Application {

		@Bean
		Job job() {
			return new Job();
		}

		@Bean
		ElectionEventTests.Heard heard() {
			return new ElectionEventTests.Heard();
		}

	}

	static class Job {

		private final AtomicInteger runs = new AtomicInteger();

		@LeaderOnly
		void run() {
			this.runs.incrementAndGet();
		}

		@LeaderOnly(onSkip = OnSkip.THROW)
		String runForEver() {
			this.runs.incrementAndGet();
			try {
				new CountDownLatch(1).await();
				return "done";
			}
			catch (InterruptedException ex) {
				return "interrupted";
			}
		}

		int runs() {
			return this.runs.get();
		}

	}

}
