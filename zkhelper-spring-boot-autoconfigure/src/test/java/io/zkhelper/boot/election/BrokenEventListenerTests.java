package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications whose listeners of events throw.
 */
class BrokenEventListenerTests {

	@Test
	@DisplayName("LockRegistryLeaderInitiatorTests: a listener of events that throws ends no term and holds up no stop")
	void endsNoTermAndHoldsUpNoStop() {
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start()) {
			ConfigurableApplicationContext first = run(server);
			await(() -> election(first).isLeader() && first.getBean(Broken.class).told.size() == 1);
			Broken broken = first.getBean(Broken.class);
			first.getBean(Job.class).run();
			assertThat(first.getBean(Job.class).runs()).isEqualTo(1);
			try (ConfigurableApplicationContext second = run(server)) {
				await(() -> election(first).view().participants().size() == 2);
				first.close();
				assertThat(first.isActive()).isFalse();
				assertThat(broken.told).containsExactly("granted 1", "revoked 1");
				await(() -> election(second).isLeader());
			}
		}
	}

	private static ConfigurableApplicationContext run(EmbeddedZooKeeper server) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.properties("zkhelper.session-timeout=10s", "zkhelper.tick-time=200ms",
					"zkhelper.connect-string=" + server.connectString())
			.run();
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
		Broken broken() {
			return new Broken();
		}

		@Bean
		Job job() {
			return new Job();
		}

	}

	static class Broken {

		private final List<String> told = new CopyOnWriteArrayList<>();

		@EventListener
		void on(LeadershipGrantedEvent event) {
			this.told.add("granted " + event.leadership().term());
			throw new IllegalStateException("granted");
		}

		@EventListener
		void on(LeadershipRevokedEvent event) {
			this.told.add("revoked " + event.leadership().term());
			throw new IllegalStateException("revoked");
		}

	}

	static class Job {

		private final AtomicInteger runs = new AtomicInteger();

		@LeaderOnly
		void run() {
			this.runs.incrementAndGet();
		}

		int runs() {
			return this.runs.get();
		}

	}

}
