package io.zkhelper.boot.autoconfigure.health;

import java.util.Map;

import io.zkhelper.boot.actuate.Elections;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.ZkClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ZkHelperHealthContributorAutoConfiguration}.
 */
class ZkHelperHealthContributorAutoConfigurationTests {

	private final LeaderElection led = Elections.led("reports");

	private final LeaderElection leaderless = Elections.leaderless("cleanup");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HealthContributorRegistryAutoConfiguration.class,
				ZkHelperHealthContributorAutoConfiguration.class))
		.withBean(LeaderElections.class, () -> Elections.of(this.led, this.leaderless));

	@Test
	void isNamedAfterUs() {
		this.contextRunner.withBean(ZkClient.class, Elections::connected)
			.run((context) -> assertThat(part(context, "session").health().getStatus()).isEqualTo(Status.UP));
	}

	@Test
	void hasNoSessionWithoutAConnection() {
		this.contextRunner.run((context) -> {
			assertThat(part(context, "session")).isNull();
			assertThat(part(context, "elections").health().getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	void isUpWhoeverLeads() {
		this.contextRunner.run((context) -> {
			Health health = part(context, "elections").health();
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails())
				.containsEntry("reports",
						Map.of("leading", true, "state", ElectionState.LEADING, "leader", "orders-7f9c", "term", 7L,
								"stale", false))
				.containsEntry("cleanup", Map.of("leading", false, "state", ElectionState.JOINING, "stale", true));
		});
	}

	@Test
	void canBeSwitchedOff() {
		this.contextRunner.withPropertyValues("management.health.zkhelper.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("zkhelperHealthContributor"));
	}

	@Test
	void leavesTheNameToTheUser() {
		HealthIndicator own = () -> Health.down().build();
		this.contextRunner.withBean("zkhelperHealthIndicator", HealthIndicator.class, () -> own)
			.run((context) -> assertThat(registered(context)).isSameAs(own));
	}

	private static HealthIndicator part(ApplicationContext context, String name) {
		return (HealthIndicator) ((CompositeHealthContributor) registered(context)).getContributor(name);
	}

	private static Object registered(ApplicationContext context) {
		return context.getBean(HealthContributorRegistry.class).getContributor("zkhelper");
	}

}
