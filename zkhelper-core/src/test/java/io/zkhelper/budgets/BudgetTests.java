package io.zkhelper.budgets;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The budgets of sizes, for the sources of all modules.
 */
class BudgetTests {

	private static final List<SourceFile> FILES = SourceFiles.ofAllModules()
		.stream()
		.filter((file) -> !file.isPackageInfo())
		.toList();

	@Test
	void filesFit() {
		assertThat(FILES.stream()
			.filter((file) -> file.lines() > 300)
			.map((file) -> "%s: %d lines, at most 300".formatted(file.path(), file.lines()))).isEmpty();
	}

	@Test
	void methodsFit() {
		assertThat(methods((file) -> true).filter((method) -> method.bodyLines() > 25)
			.map((method) -> "%s has %d lines, at most 25".formatted(method, method.bodyLines()))).isEmpty();
	}

	@Test
	void parametersFit() {
		assertThat(methods(SourceFile::isMain).filter((method) -> !method.isCanonicalConstructor())
			.filter((method) -> method.parameters() > 6)
			.map((method) -> "%s has %d parameters, at most 6".formatted(method, method.parameters()))).isEmpty();
	}

	@Test
	void filesAreSmall() {
		Distribution lines = measured("file", FILES.stream().filter(SourceFile::isMain).mapToInt(SourceFile::lines));
		assertThat(lines.median()).as("median of the lines of a file").isLessThanOrEqualTo(80);
		assertThat(lines.percentile(90)).as("p90 of the lines of a file").isLessThanOrEqualTo(180);
	}

	@Test
	void methodsAreSmall() {
		Distribution lines = bodyLines("method", methods(SourceFile::isMain));
		assertThat(lines.median()).as("median of the lines of a method").isLessThanOrEqualTo(4);
		assertThat(lines.percentile(90)).as("p90 of the lines of a method").isLessThanOrEqualTo(10);
	}

	@Test
	void testMethodsAreSmall() {
		Distribution lines = bodyLines("test", methods(SourceFile::isTest).filter(DeclaredMethod::isTestMethod));
		assertThat(lines.median()).as("median of the lines of a test").isLessThanOrEqualTo(8);
	}

	@Test
	void aQuarterOfTheTypesIsHidden() {
		List<DeclaredType> types = FILES.stream()
			.filter(SourceFile::isPublished)
			.flatMap((file) -> file.types().stream())
			.filter(DeclaredType::isTopLevel)
			.toList();
		long hidden = types.stream().filter((type) -> !type.isPublic()).count();
		assertThat(hidden * 4).as("four times the hidden ones of %d types", types.size())
			.isGreaterThanOrEqualTo(types.size());
	}

	private static Stream<DeclaredMethod> methods(Predicate<SourceFile> files) {
		return FILES.stream().filter(files).flatMap((file) -> file.methods().stream());
	}

	private static Distribution bodyLines(String what, Stream<DeclaredMethod> methods) {
		return measured(what, methods.filter(DeclaredMethod::hasBody).mapToInt(DeclaredMethod::bodyLines));
	}

	private static Distribution measured(String what, IntStream sizes) {
		Distribution distribution = Distribution.of(sizes);
		System.out.println("Lines of a " + what + ": " + distribution);
		return distribution;
	}

}
