package io.zkhelper.boot.election;

import io.zkhelper.election.LeaderElection;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for elections as beans.
 */
class ElectionBeansTests {

	@Test
	void injectsTheDefaultElectionAndJoinsIt() {
		ElectionRunner.with(Injected.class).run((context) -> {
			assertThat(context.getBean(Injected.class).election.name()).isEqualTo("default");
			assertThat(context.getBean(LeaderElections.class).names()).containsExactly("default");
		});
	}

	@Test
	void injectsOthersByQualifier() {
		ElectionRunner.with(Injected.class, Qualified.class)
			.withProperties("zkhelper.default-election=main", "zkhelper.elections.reports.observer=true")
			.run((context) -> {
				assertThat(context.getBean(Injected.class).election.name()).isEqualTo("main");
				assertThat(context.getBean(Qualified.class).election.name()).isEqualTo("reports");
				assertThat(context.getBean(LeaderElections.class).names()).containsExactly("main", "reports");
			});
	}

	@Test
	void joinsAnElectionThatHasOnlyAName() {
		ElectionRunner.with()
			.withProperties("zkhelper.elections.reports=")
			.run((context) -> assertThat(context.getBean(LeaderElections.class).names()).containsExactly("reports"));
	}

	@Test
	void backsOffForAnElectionOfTheApplicationsOwn() {
		ElectionRunner.with(Own.class, Injected.class, ElectionLifecycleTests.Job.class).run((context) -> {
			LeaderElection own = context.getBean(LeaderElection.class);
			assertThat(own).isSameAs(context.getBean("own"))
				.isSameAs(context.getBean(Injected.class).election)
				.isSameAs(ElectionRunner.election(context));
			assertThat(((GrantableElection) own).calls).containsExactly("start");
		});
	}

	@Test
	void refusesTwoParticipantsInOneElection() {
		ElectionRunner.with(OwnReports.class, Qualified.class)
			.withProperties("zkhelper.elections.reports.observer=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("Election 'reports' has two participants"));
	}

	record Injected(LeaderElection election) {
	}

	record Qualified(@Qualifier("reports") LeaderElection election) {
	}

	static class Own {

		@Bean
		LeaderElection own() {
			return new GrantableElection("default");
		}

	}

	static class OwnReports {

		@Bean
		LeaderElection mine() {
			return new GrantableElection("reports");
		}

	}

}
