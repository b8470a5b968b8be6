package io.zkhelper.boot.election;

import java.time.Duration;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.ZkClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the modes that need no server.
 */
class ElectionModeTests {

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

}
