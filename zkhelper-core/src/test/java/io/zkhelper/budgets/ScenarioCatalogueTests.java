package io.zkhelper.budgets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every scenario of the catalogue is the name of a test, on what it has to run on.
 */
class ScenarioCatalogueTests {

	// Together with benchmarks and the sample, which tests run as well
	private static final List<SourceFile> NOT_PUBLISHED = SourceFiles.ofAllModules()
		.stream()
		.filter((file) -> !file.isPublished())
		.toList();

	private static final List<SourceFile> TESTS = NOT_PUBLISHED.stream().filter(SourceFile::isTest).toList();

	private final List<Scenario> catalogue = Scenario.catalogue();

	private final Map<String, Set<DeclaredMethod>> carried = carriers(TESTS);

	private static Map<String, Set<DeclaredMethod>> carriers(List<SourceFile> files) {
		RunTests run = new RunTests(files);
		Map<String, Set<DeclaredMethod>> carriers = new HashMap<>();
		files.forEach((file) -> file.methods()
			.stream()
			.filter(run::contains)
			.forEach((method) -> CarriedScenarios.of(method)
				.forEach((id) -> carriers.computeIfAbsent(id, (key) -> new HashSet<>()).add(method))));
		return carriers;
	}

	@Test
	void everyScenarioIsTheNameOfATest() {
		assertThat(this.catalogue.stream()
			.filter((scenario) -> !this.carried.containsKey(scenario.id()))
			.map((scenario) -> "%s (%s) is the name of no test; mentioned in %s".formatted(scenario.id(),
					scenario.summary(), mentions(scenario.id()))))
			.isEmpty();
	}

	private static List<String> mentions(String id) {
		return TESTS.stream().filter((file) -> file.text().contains(id)).map(SourceFile::path).toList();
	}

	@Test
	void everyTestNamesAScenarioThatThereIs() {
		Set<String> known = this.catalogue.stream().map(Scenario::id).collect(Collectors.toSet());
		assertThat(this.carried.entrySet()
			.stream()
			.filter((entry) -> !known.contains(entry.getKey()))
			.map((entry) -> "%s is not in scenarios.csv; named by %s".formatted(entry.getKey(), entry.getValue())))
			.isEmpty();
	}

	@Test
	void everyScenarioRunsOnWhatItHasTo() {
		TestSources sources = new TestSources(NOT_PUBLISHED);
		assertThat(this.catalogue.stream()
			.filter((scenario) -> this.carried.containsKey(scenario.id()))
			.flatMap((scenario) -> missing(scenario, sources))).isEmpty();
	}

	private Stream<String> missing(Scenario scenario, TestSources sources) {
		List<TestUse> uses = this.carried.get(scenario.id()).stream().map(sources::usedBy).toList();
		return scenario.components()
			.stream()
			.filter((component) -> uses.stream().noneMatch(component::isUsedBy))
			.map((component) -> "%s (%s) does not run on %s".formatted(scenario.id(), scenario.summary(), component));
	}

	@Test
	void everyFeatureIsTriedOnWhatItNeeds() {
		Map<String, Set<Component>> components = this.catalogue.stream()
			.collect(Collectors.toMap(Scenario::id, Scenario::components));
		assertThat(Feature.all()).hasSize(29).allSatisfy((feature) -> {
			assertThat(components).as(feature.name()).containsKeys(feature.scenarios().toArray(String[]::new));
			assertThat(feature.scenarios().stream().flatMap((id) -> components.get(id).stream())).as(feature.name())
				.containsAll(feature.needs());
		});
	}

	@Test
	void everyScenarioIsThereOnce() {
		assertThat(this.catalogue).extracting(Scenario::id).doesNotHaveDuplicates().hasSize(105);
	}

	@Test
	@DisplayName("an id in a comment, in another text or at a test that does not run everywhere does not count")
	void onlyNamesCount() {
		SourceFile file = SourceFiles.parse("Sample", """
				class Sample {
					// TR-01
					@Test void a() { print("TR-02"); }
					/** TR-03 */
					@Test @DisplayName("TR-04 and TR-05: counts") void b() { }
					@ParameterizedTest(name = "TR-06: {0}") @ValueSource(strings = "TR-07") void c(String x) { }
					@Test void tr08Counts() { }
					@Disabled @Test @DisplayName("TR-09") void d() { }
					@DisplayName("TR-10") void e() { }
					@EnabledIfSystemProperty(named = "all") @Test @DisplayName("TR-11") void f() { }
					class NotNested { @Test @DisplayName("TR-12") void g() { } }
					@Nested class Inner { @Test @DisplayName("TR-13") void h() { } }
				}
				abstract class Contract { @Test @DisplayName("TR-14") void i() { } }
				abstract class Unused { @Test @DisplayName("TR-15") void j() { } }
				@DisabledOnOs(WINDOWS) class Elsewhere { @Test @DisplayName("TR-16") void k() { } }
				class Contracted extends Contract { }
				""");
		assertThat(carriers(List.of(file))).containsOnlyKeys("TR-04", "TR-05", "TR-06", "TR-08", "TR-13", "TR-14");
	}

}
