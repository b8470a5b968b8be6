package io.zkhelper.budgets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on the scenarios of others names tests that are there and that run.
 */
class PeersPageTests {

	private static final List<SourceFile> FILES = SourceFiles.ofAllModules()
		.stream()
		.filter(SourceFile::isTest)
		.toList();

	private static final RunTests RUN = new RunTests(FILES);

	private static final Map<String, List<DeclaredMethod>> TESTS = FILES.stream()
		.flatMap((file) -> file.methods().stream())
		.filter((method) -> method.isOfNamedType() && method.isTestMethod())
		.collect(Collectors.groupingBy((method) -> method.owner().name() + "." + method.name()));

	private final PeersPage page = PeersPage.read();

	@Test
	void eachScenarioHasATest() {
		assertThat(this.page.rows()).isNotEmpty().allSatisfy((row) -> {
			assertThat(row.source()).matches("`\\w+`");
			assertThat(row.scenario()).isNotEmpty();
			assertThat(row.tests()).as(row.scenario()).isNotEmpty().doesNotHaveDuplicates();
		});
	}

	@Test
	void noScenarioIsCountedTwice() {
		assertThat(this.page.rows().stream().map((row) -> row.source() + row.scenario())).doesNotHaveDuplicates();
	}

	@Test
	void eachTestIsThereOnceAndRuns() {
		assertThat(named(this.page)).allSatisfy((test) -> assertThat(running(test)).as(test).hasSize(1));
	}

	@Test
	void testsThatAreNotThereOrDoNotRunAreFound() {
		assertThat(running("PeersPageTests.testsThatAreNotThereOrDoNotRunAreFound")).hasSize(1);
		assertThat(running("PeersPageTests.named")).as("no test").isEmpty();
		assertThat(running("PeersPageTests.noSuchTest")).isEmpty();
		assertThat(running("RestoredServerTests.processesRefuseEarlierTokensUntilTheyAreTold")).as("on demand")
			.isEmpty();
	}

	@Test
	void theNumbersAreRight() {
		assertThat(this.page.claimed()).isEqualTo(this.page.counted());
	}

	private static Set<String> named(PeersPage page) {
		return page.rows().stream().flatMap((row) -> row.tests().stream()).collect(Collectors.toSet());
	}

	private static List<DeclaredMethod> running(String test) {
		return TESTS.getOrDefault(test, List.of()).stream().filter(RUN::contains).toList();
	}

}
