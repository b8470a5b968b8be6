package io.zkhelper.boot.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.zkhelper.boot.actuate.LeaderEndpoint;
import io.zkhelper.boot.actuate.LocksEndpoint;
import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.autoconfigure.ZkHelperConnectionDetails;
import io.zkhelper.boot.autoconfigure.actuate.LeaderEndpointAutoConfiguration;
import io.zkhelper.boot.autoconfigure.actuate.LocksEndpointAutoConfiguration;
import io.zkhelper.boot.autoconfigure.health.ZkHelperHealthContributorAutoConfiguration;
import io.zkhelper.boot.cache.NodeCacheAutoConfiguration;
import io.zkhelper.boot.cache.ZnodeReader;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.guard.Refusals;
import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.boot.lock.DistributedLockAutoConfiguration;
import io.zkhelper.boot.lock.DistributedLocked;
import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.cell.CellSource;
import io.zkhelper.cell.LocalCellResolver;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for an application with cells and without {@code zkhelper.connect-string}.
 */
class CellsOnlyTests {

	private final ApplicationContextRunner withoutCells = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, CellAutoConfiguration.class,
				LeaderElectionAutoConfiguration.class, DistributedLockAutoConfiguration.class,
				NodeCacheAutoConfiguration.class, LeaderEndpointAutoConfiguration.class,
				LocksEndpointAutoConfiguration.class, ZkHelperHealthContributorAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=leader,locks", "zkhelper.auto-start=false",
				"zkhelper.cache.paths=/");

	private final ApplicationContextRunner contextRunner = this.withoutCells.withPropertyValues(
			"zkhelper.cells.connect-strings.ny=localhost:2", "zkhelper.cells.connect-strings.nj=localhost:3",
			"zkhelper.cells.local=ny");

	@TempDir
	private Path directory;

	@Test
	void connectsToWhatIsNeededOnly() {
		this.contextRunner.withUserConfiguration(InCell.class)
			.withPropertyValues("zkhelper.elections.reports.cell=local")
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.doesNotHaveBean(ZkClient.class)
					.doesNotHaveBean(DistributedLocks.class);
				assertThat(context.getBean(LeaderElections.class).names()).containsExactly("reports");
				assertThat(context.getBean(CellClients.class).views()).filteredOn((view) -> view.session().isPresent())
					.extracting("cell")
					.containsExactly("ny");
				assertThat(context.getBean(CompositeHealthContributor.class).stream())
					.extracting(HealthContributors.Entry::name)
					.containsExactlyInAnyOrder("cells", "elections");
			});
	}

	@Test
	void endpointsShowTheCells() {
		this.contextRunner.run((context) -> {
			LeaderEndpoint leader = context.getBean(LeaderEndpoint.class);
			assertThat(leader.elections()).extracting("cells").isNull();
			context.getBean(CellClients.class).client("nj");
			assertThat(leader.elections()).extracting("session").asString().contains("state=NONE");
			assertThat(leader.elections()).extracting("cells").asString().startsWith("{nj=").contains("CONNECTING");
			LocksEndpoint locks = context.getBean(LocksEndpoint.class);
			assertThat(locks.locks()).extracting("locks").asString().isEqualTo("[]");
			context.getBean(CellLocks.class).of("nj");
			assertThat(locks.locks()).extracting("cells").asString().isEqualTo("{nj=[]}");
			assertThatExceptionOfType(InvalidEndpointRequestException.class)
				.isThrownBy(() -> locks.queue(new String[] { "ledger" }, null))
				.withMessageContaining("Lock 'ledger' needs a cell")
				.withMessageContaining("'?cell='");
		});
	}

	@Test
	void nodesAreInCells() {
		this.contextRunner.run((context) -> {
			ZnodeReader reader = context.getBean(ZnodeReader.class);
			assertThatIllegalArgumentException().isThrownBy(() -> reader.read(List.of("/a"), false))
				.withMessage("Path '/a' is in no cell, and 'zkhelper.connect-string' is not set: "
						+ "ask for '/zk/<cell>/…'");
		});
	}

	@Test
	void anElectionNamesItsCell() {
		this.contextRunner.withPropertyValues("zkhelper.elections.reports.observer=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessage("Property 'zkhelper.elections.reports.cell' is '': "
						+ "election 'reports' names no cell, and 'zkhelper.connect-string' is not set"));
	}

	@Test
	void aMethodNamesTheCellOfItsLock() {
		this.contextRunner.withUserConfiguration(InNoCell.class).run((context) -> {
			FailureAnalysis analysis = Refusals.analyze(context.getStartupFailure());
			assertThat(analysis.getDescription())
				.contains("it names no cell, and 'zkhelper.connect-string' is not set");
			assertThat(analysis.getAction()).contains("cell = \"local\"", "set 'zkhelper.connect-string'");
		});
	}

	// Spring Boot's analyzer shows the report to who injects what is not there
	@Test
	void theReportSaysWhatIsMissing() {
		this.contextRunner.withUserConfiguration(NeedsClient.class)
			.run((context) -> assertThat(context).getFailure().isInstanceOf(UnsatisfiedDependencyException.class));
		this.contextRunner.run((context) -> assertThat(
				ConditionEvaluationReport.get(context.getSourceApplicationContext().getBeanFactory())
					.getConditionAndOutcomesBySource()
					.values()
					.stream()
					.flatMap((outcomes) -> outcomes.stream())
					.filter((outcome) -> !outcome.getOutcome().isMatch())
					.map((outcome) -> outcome.getOutcome().getMessage()))
			.anyMatch((message) -> message.contains("name one of them, or set 'zkhelper.connect-string'")));
	}

	@Test
	void aBeanMayBeTheDefault() {
		this.contextRunner.withBean(ZkClient.class, () -> ZkClient.connect(ZkClientOptions.of("localhost:4")))
			.run((context) -> assertThat(context).hasSingleBean(ZkClient.class).hasSingleBean(DistributedLocks.class));
		this.contextRunner.withBean(ZkHelperConnectionDetails.class, () -> () -> "localhost:4")
			.run((context) -> assertThat(context).hasSingleBean(ZkClient.class).hasSingleBean(DistributedLocks.class));
	}

	@Test
	void aFileOrABeanOfCellsWillDo() throws IOException {
		Path file = Files.writeString(this.directory.resolve("cells.json"), "{\"sf\": \"sf:1\"}");
		CellDirectory own = CellDirectory.load(CellSource.of(Map.of("sf", "sf:1")), LocalCellResolver.create());
		for (String property : List.of("zkhelper.cells.config-location=", "ZK_CLIENT_CONFIG=")) {
			this.withoutCells.withPropertyValues(property + file)
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ZkClient.class));
		}
		this.withoutCells.withBean(CellDirectory.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ZkClient.class));
	}

	@Test
	void withoutCellsSomethingIsMissing() {
		this.withoutCells.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.hasMessageContaining("'zkhelper.connect-string' is not set"));
	}

	@Test
	void otherModesHaveLocksInNoCell() {
		for (String mode : List.of("single", "off")) {
			this.contextRunner.withUserConfiguration(InNoCell.class)
				.withPropertyValues("zkhelper.mode=" + mode)
				.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(DistributedLocks.class));
		}
	}

	static class InCell {

		@DistributedLocked(value = "ledger", cell = "nj")
		void run() {
		}

	}

	static class InNoCell {

		@DistributedLocked("ledger")
		void run() {
		}

	}

	record NeedsClient(ZkClient client) {
	}

}
