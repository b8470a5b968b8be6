package io.zkhelper.boot.cell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zkhelper.boot.actuate.LeaderEndpoint;
import io.zkhelper.boot.actuate.LocksEndpoint;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.election.LeaderChangedEvent;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.election.LeadershipGrantedEvent;
import io.zkhelper.boot.election.LeadershipRevokedEvent;
import io.zkhelper.boot.health.CellsHealthContributor;
import io.zkhelper.boot.health.ElectionsHealthIndicator;
import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.boot.lock.DistributedLockAutoConfiguration;
import io.zkhelper.boot.lock.DistributedLocked;
import io.zkhelper.boot.lock.OnBusy;
import io.zkhelper.boot.metrics.CellMetrics;
import io.zkhelper.boot.metrics.LockMetrics;
import io.zkhelper.cell.CellClients;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for an application with elections and locks in two cells with a real server each,
 * one of which is the default ensemble as well.
 */
class CellServerTests {

	private final EmbeddedZooKeeper ny = EmbeddedZooKeeper.start();

	private final EmbeddedZooKeeper nj = EmbeddedZooKeeper.start();

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
		.web(WebApplicationType.NONE)
		.bannerMode(Banner.Mode.OFF)
		.properties("zkhelper.connect-string=" + this.ny.connectString(),
				"zkhelper.cells.connect-strings.ny=" + this.ny.connectString(),
				"zkhelper.cells.connect-strings.nj=" + this.nj.connectString(), "zkhelper.cells.local=nj",
				"zkhelper.elections.reports.cell=local")
		.run();

	@AfterEach
	void stop() {
		this.context.close();
		this.nj.close();
		this.ny.close();
	}

	@Test
	void anElectionIsHeldInItsCell() {
		LeaderElections elections = this.context.getBean(LeaderElections.class);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(elections.join("reports")::isLeader);
		assertThat(this.nj.children("/zkhelper/elections/reports/candidates")).hasSize(1);
		assertThat(this.ny.children("/zkhelper")).doesNotContain("elections");
		LeaderEndpoint endpoint = new LeaderEndpoint(elections, null, this.context);
		assertThat(endpoint.election("reports")).hasFieldOrPropertyWithValue("cell", "nj");
		assertThat(new ElectionsHealthIndicator(elections).health().getDetails()).extractingByKey("reports")
			.asString()
			.contains("cell=nj");
		assertThat(cellHealth()).isEqualTo(Map.of("nj", Status.UP));
		assertThat(connected("nj")).isOne();
		assertThat(connected("ny")).isNaN();
		assertThat(gauge("zkhelper.queue.sequence", "nj")).isNotNegative();
		assertThat(gauge("zkhelper.queue.sequence", "ny")).isNaN();
		List<String> heard = this.context.getBean(Application.class).heard;
		this.context.close();
		assertThat(heard).containsExactly("granted reports in nj", "changed reports in nj", "revoked reports in nj");
		assertThat(this.nj.children("/zkhelper/elections/reports/candidates")).isEmpty();
	}

	private Map<String, Status> cellHealth() {
		return new CellsHealthContributor(this.context.getBean(CellClients.class), (cell) -> true).stream()
			.collect(Collectors.toMap(HealthContributors.Entry::name,
					(entry) -> ((HealthIndicator) entry.contributor()).health().getStatus()));
	}

	private double connected(String cell) {
		return gauge("zkhelper.cell.connected", cell);
	}

	private double gauge(String name, String cell) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new CellMetrics(this.context.getBean(CellClients.class)).bindTo(registry);
		return registry.get(name).tag("cell", cell).gauge().value();
	}

	@Test
	void aMethodRunsUnderTheLockOfItsCell() {
		assertThat(this.context.getBean(Job.class).run(null)).startsWith("ledger ");
		assertThat(this.nj.children("/zkhelper/locks")).containsExactly("ledger");
		assertThat(this.ny.children("/")).doesNotContain("zkhelper");
	}

	@Test
	void locksOfTheSameNameAreToldApart() throws Exception {
		CellLocks cells = this.context.getBean(CellLocks.class);
		LocksEndpoint endpoint = new LocksEndpoint(this.context.getBean(DistributedLocks.class),
				() -> Optional.of(cells));
		assertThat(queue(endpoint, "ny")).contains("cell=ny", "size=0");
		assertThat(cells.all()).as("a look is no use").isEmpty();
		try (HeldLock held = cells.of("nj").get("ledger").acquire(Duration.ofSeconds(20))) {
			assertThat(queue(endpoint, "local")).contains("cell=nj", "size=1", held.token().toString());
			assertThat(queue(endpoint, "ny")).contains("cell=ny", "size=0");
			assertThat(queue(endpoint, null)).contains("cell=null", "size=0");
		}
		assertThat(this.context.getBean(Job.class).run(null)).startsWith("ledger ");
		SimpleMeterRegistry registry = this.context.getBean(SimpleMeterRegistry.class);
		assertThat(registry.find("zkhelper.lock.held").tag("cell", "nj").timers()).isNotEmpty();
		assertThat(registry.find("zkhelper.lock.held").timers())
			.allMatch((timer) -> "nj".equals(timer.getId().getTag("cell")));
	}

	private static String queue(LocksEndpoint endpoint, @Nullable String cell) {
		return String.valueOf(endpoint.queue(new String[] { "ledger" }, cell));
	}

	@ImportAutoConfiguration({ ZkHelperAutoConfiguration.class, CellAutoConfiguration.class,
			LeaderElectionAutoConfiguration.class, DistributedLockAutoConfiguration.class })
	static class Application {

		final List<String> heard = new CopyOnWriteArrayList<>();

		@Bean
		SimpleMeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		LockMetrics lockMetrics(SimpleMeterRegistry registry) {
			return new LockMetrics(registry);
		}

		@Bean
		Job job() {
			return new Job();
		}

		@EventListener
		void onGranted(LeadershipGrantedEvent event) {
			this.heard.add("granted " + event.election() + " in " + event.cell().orElse("none"));
		}

		@EventListener
		void onChanged(LeaderChangedEvent event) {
			if (event.view().leader().isPresent()) {
				this.heard.add("changed " + event.election() + " in " + event.cell().orElse("none"));
			}
		}

		@EventListener
		void onRevoked(LeadershipRevokedEvent event) {
			this.heard.add("revoked " + event.election() + " in " + event.cell().orElse("none"));
		}

	}

	static class Job {

		@DistributedLocked(value = "ledger", cell = "${zkhelper.cells.local}", onBusy = OnBusy.THROW)
		String run(HeldLock held) {
			return held.name() + " " + held.token();
		}

	}

}
