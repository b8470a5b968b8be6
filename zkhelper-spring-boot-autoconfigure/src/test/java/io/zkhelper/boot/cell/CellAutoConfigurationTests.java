package io.zkhelper.boot.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.zkhelper.boot.actuate.LocksEndpoint;
import io.zkhelper.boot.autoconfigure.ZkClientFactory;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.autoconfigure.actuate.LocksEndpointAutoConfiguration;
import io.zkhelper.boot.autoconfigure.health.ZkHelperHealthContributorAutoConfiguration;
import io.zkhelper.boot.election.LeaderElectionAutoConfiguration;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.boot.lock.CellLocks;
import io.zkhelper.boot.lock.DistributedLockAutoConfiguration;
import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellDirectory;
import io.zkhelper.cell.CellPath;
import io.zkhelper.cell.CellSource;
import io.zkhelper.cell.LocalCellResolver;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link CellAutoConfiguration}, without servers.
 */
class CellAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, CellAutoConfiguration.class,
				LeaderElectionAutoConfiguration.class, DistributedLockAutoConfiguration.class))
		.withPropertyValues("zkhelper.connect-string=localhost:1", "zkhelper.cells.connect-strings.ny=localhost:2",
				"zkhelper.cells.connect-strings.nj-global=localhost:3", "zkhelper.cells.local=ny",
				"zkhelper.auto-start=false");

	@TempDir
	private Path directory;

	@Test
	void knowsTheCells() {
		this.contextRunner.run((context) -> {
			CellDirectory directory = context.getBean(CellDirectory.class);
			assertThat(directory.cells()).containsExactly("ny");
			assertThat(directory.connectString("local")).isEqualTo("localhost:2");
		});
	}

	@Test
	@DisplayName("TC-01: an application knows the addresses and the cells of its file, and those that are cached")
	void readsTheFile() throws IOException {
		Path file = Files.writeString(this.directory.resolve("cells.json"), """
				{"own": "localhost:2181", "ownz:_zkocc": "localhost:2182", "own-global": "localhost:2183"}""");
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, CellAutoConfiguration.class))
			.withPropertyValues("zkhelper.connect-string=localhost:1", "zkhelper.cells.config-location=" + file,
					"zkhelper.cells.local=own")
			.run((context) -> {
				CellDirectory directory = context.getBean(CellDirectory.class);
				for (String path : List.of("/zk/own", "/zk/own/", "/zk/local", "/zk/local/")) {
					assertThat(directory.connectString(CellPath.parse(path).cell())).isEqualTo("localhost:2181");
				}
				assertThat(directory.cells()).containsExactly("global", "own");
				assertThat(directory.cachedCells()).containsExactly("ownz");
			});
	}

	@Test
	void withoutPropertiesThereIsNoCell() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, CellAutoConfiguration.class))
			.withPropertyValues("zkhelper.connect-string=localhost:1")
			.run((context) -> assertThat(context.getBean(CellDirectory.class).cells()).isEmpty());
	}

	@Test
	void propertiesGoBeforeTheFile() throws IOException {
		Path file = Files.writeString(this.directory.resolve("cells.json"),
				"{\"ny\": \"other:1\", \"sf\": \"sf:1\", \"sf:_zkocc\": \"cache:1\"}");
		for (String property : List.of("zkhelper.cells.config-location=", "ZK_CLIENT_CONFIG=")) {
			this.contextRunner.withPropertyValues(property + file).run((context) -> {
				CellDirectory directory = context.getBean(CellDirectory.class);
				assertThat(directory.cells()).containsExactly("ny", "sf");
				assertThat(directory.connectString("ny")).isEqualTo("localhost:2");
				assertThat(directory.cacheServers("sf")).containsExactly("cache:1");
			});
		}
	}

	@Test
	void theEnvironmentNamesTheLocalCell() {
		this.contextRunner.withPropertyValues("ZK_CLIENT_LOCAL_CELL=nj", "zkhelper.cells.local=")
			.run((context) -> assertThat(context.getBean(CellDirectory.class).localCell()).isEqualTo("nj"));
	}

	@Test
	void connectsWhenAskedAndClosesWithTheContext() {
		List<ZkClient> clients = new CopyOnWriteArrayList<>();
		this.contextRunner.run((context) -> {
			CellClients cells = context.getBean(CellClients.class);
			assertThat(cells.views()).allMatch((view) -> view.session().isEmpty());
			clients.add(cells.client("local"));
			assertThat(cells.client("ny")).isSameAs(clients.get(0)).isNotSameAs(context.getBean(ZkClient.class));
		});
		assertThat(clients).extracting(ZkClient::state).containsExactly(SessionState.CLOSED);
	}

	@Test
	void electionsAndLocksAreInTheirCells() {
		this.contextRunner.withPropertyValues("zkhelper.elections.reports.cell=local").run((context) -> {
			LeaderElections elections = context.getBean(LeaderElections.class);
			assertThat(elections.names()).contains("reports");
			assertThat(elections.cell("reports")).contains("ny");
			assertThat(elections.cell("other")).isEmpty();
			assertThat(context.getBean(CellClients.class).views().get(0).session()).isPresent();
			CellLocks locks = context.getBean(CellLocks.class);
			assertThat(locks.of("local")).isSameAs(locks.of("ny")).isNotSameAs(context.getBean(DistributedLocks.class));
			assertThat(locks.all()).containsOnlyKeys("ny");
		});
	}

	@Test
	void withoutServersCellsConnectToNothing() {
		this.contextRunner.withPropertyValues("zkhelper.mode=single", "zkhelper.elections.reports.cell=ny")
			.run((context) -> {
				assertThat(context).doesNotHaveBean(CellClients.class).hasSingleBean(CellLocks.class);
				assertThat(context.getBean(CellLocks.class).of("ny").get("a").tryAcquire(Duration.ZERO)).isPresent();
				assertThat(context.getBean(LeaderElections.class).names()).contains("reports");
			});
	}

	@Test
	void withoutServersNothingHasToSayWhereCellsAre() {
		this.contextRunner
			.withPropertyValues("zkhelper.mode=single", "zkhelper.cells.local=",
					"zkhelper.cells.config-location=/none.json")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void withoutServersTheLocalCellMayBeAnyOne() {
		this.contextRunner.withPropertyValues("zkhelper.mode=off", "zkhelper.cells.local=")
			.run((context) -> assertThat(context.getBean(CellLocks.class).of("local").get("a")).isNotNull());
	}

	@Test
	void onlyCellsOfElectionsAndLocksAreDown() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(ZkHelperHealthContributorAutoConfiguration.class))
			.withPropertyValues("zkhelper.elections.reports.cell=local",
					"zkhelper.cells.connect-strings.nj=localhost:4", "zkhelper.cells.connect-strings.sf=localhost:5")
			.run((context) -> {
				context.getBean(CellLocks.class).of("nj");
				List.of("ny", "nj", "sf").forEach((cell) -> context.getBean(CellClients.class).client(cell).close());
				assertThat(statuses(context.getBean(CompositeHealthContributor.class)))
					.isEqualTo(Map.of("ny", Status.DOWN, "nj", Status.DOWN, "sf", Status.UNKNOWN));
			});
	}

	private static Map<String, Status> statuses(CompositeHealthContributor zkhelper) {
		return ((CompositeHealthContributor) zkhelper.getContributor("cells")).stream()
			.collect(Collectors.toMap(HealthContributors.Entry::name,
					(entry) -> ((HealthIndicator) entry.contributor()).health().getStatus()));
	}

	@Test
	void theEndpointShowsLocksOfCells() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(LocksEndpointAutoConfiguration.class))
			.withPropertyValues("zkhelper.mode=single", "management.endpoints.web.exposure.include=locks")
			.run((context) -> {
				LocksEndpoint endpoint = context.getBean(LocksEndpoint.class);
				assertThat(endpoint.locks()).extracting("cells").isNull();
				assertThat(context.getBean(CellLocks.class).of("local").get("ledger").tryAcquire(Duration.ZERO))
					.isPresent();
				assertThat(endpoint.locks()).extracting("cells").asString().contains("ny=[", "name=ledger");
				assertThat(endpoint.locks()).extracting("locks").asString().doesNotContain("ledger");
			});
	}

	@Test
	void backsOff() {
		CellDirectory own = CellDirectory.load(CellSource.of(Map.of("la", "localhost:4")), LocalCellResolver.create());
		ZkClientFactory factory = (connectString) -> {
			throw new IllegalStateException("asked for " + connectString);
		};
		this.contextRunner.withBean(CellDirectory.class, () -> own)
			.withBean(ZkClient.class, () -> mock(ZkClient.class))
			.withBean(ZkClientFactory.class, () -> factory)
			.run((context) -> {
				CellClients cells = context.getBean(CellClients.class);
				assertThat(cells.directory()).isSameAs(own);
				assertThatIllegalStateException().isThrownBy(() -> cells.client("la"))
					.withMessage("asked for localhost:4");
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					zkhelper.cells.connect-strings.sf=http://sf | Property 'zkhelper.cells.connect-strings.sf' is 'http://sf': 'sf' is not well configured
					zkhelper.cells.connect-strings.s-f=sf       | Property 'zkhelper.cells.connect-strings.s-f' is 'sf': 's-f' can't be the name of a cell
					zkhelper.cells.connect-strings.local=sf     | 'local' can't be defined
					zkhelper.cells.local=ny-east                | Property 'zkhelper.cells.local' is 'ny-east'
					zkhelper.cells.connect-timeout=-1s          | Property 'zkhelper.cells.connect-timeout' is 'PT-1S': it must not be negative
					zkhelper.cells.config-location=/none.json   | Property 'zkhelper.cells.config-location' is '/none.json': File '/none.json' does not say which cells there are: it does not exist
					zkhelper.elections.a.cell=sf                | Property 'zkhelper.elections.a.cell' is 'sf': No ensemble is known for cell 'sf', only for [ny]
					zkhelper.elections.a.cell=                  | Property 'zkhelper.elections.a.cell' is '': it names no cell
					""")
	void namesTheProperty(String property, String expected) {
		this.contextRunner.withPropertyValues(property).run((context) -> {
			FailureAnalysis analysis = analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains(expected);
			assertThat(analysis.getAction()).isNotBlank();
		});
	}

	// As SpringApplication does: the first analyzer that has something to say
	private static FailureAnalysis analyze(Throwable failure) {
		assertThat(failure).isNotNull();
		return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, ex) -> {
		})
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter((analysis) -> analysis != null)
			.findFirst()
			.orElseThrow();
	}

}
