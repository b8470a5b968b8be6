package io.zkhelper.budgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conventions that bytecode does not show, for the sources of all modules.
 */
class ConventionTests {

	private static final List<SourceFile> FILES = SourceFiles.ofAllModules();

	private static final Pattern NAMES_WITHOUT_A_RESPONSIBILITY = Pattern.compile(".*Utils?.*|.*Impl|.*Manager");

	private static final Pattern SLEEP = Pattern.compile(".*(Thread|TimeUnit\\.[A-Z]+)\\.sleep");

	@Test
	void publicTypesSayWhatTheyAre() {
		assertThat(types(SourceFile::isPublished).filter(DeclaredType::isPublic)
			.filter((type) -> type.comment().isBlank())
			.map((type) -> type + " has no javadoc")).isEmpty();
	}

	@Test
	void publicTypesSaySinceWhen() {
		assertThat(types(SourceFile::isPublished).filter(DeclaredType::isPublic)
			.filter(DeclaredType::isTopLevel)
			.filter((type) -> !type.comment().contains("@since "))
			.map((type) -> type + " has no @since")).isEmpty();
	}

	@Test
	void componentsOfPublicRecordsAreDocumented() {
		assertThat(types(SourceFile::isPublished).filter(DeclaredType::isPublic)
			.flatMap((type) -> type.components()
				.stream()
				.filter((component) -> !type.comment().contains("@param " + component + " "))
				.map((component) -> "%s has no @param %s".formatted(type, component))))
			.isEmpty();
	}

	@Test
	void publicMethodsAreDocumented() {
		assertThat(methods(SourceFile::isPublished).filter(DeclaredMethod::needsComment)
			.filter((method) -> method.comment().isBlank())
			.map((method) -> method + " has no javadoc")).isEmpty();
	}

	@Test
	void packagesAreNullMarked() {
		Set<String> marked = FILES.stream()
			.filter(SourceFile::isPackageInfo)
			.filter((file) -> file.tree().getPackageAnnotations().toString().contains("@NullMarked"))
			.map(SourceFile::directory)
			.collect(Collectors.toSet());
		assertThat(FILES.stream().filter(SourceFile::isMain).map(SourceFile::directory).distinct())
			.as("packages with @NullMarked in their package-info.java")
			.allMatch(marked::contains);
	}

	@Test
	void namesSayWhatATypeIsFor() {
		assertThat(types((file) -> true).filter((type) -> NAMES_WITHOUT_A_RESPONSIBILITY.matcher(type.name()).matches())
			.map((type) -> type + " is named after no responsibility")).isEmpty();
	}

	@Test
	void testsDoNotSleep() {
		assertThat(FILES.stream().filter(SourceFile::isTest).flatMap((file) -> sleeps(file).stream())).isEmpty();
	}

	@Test
	void theCoreHasNoMonitors() {
		Predicate<SourceFile> core = (file) -> file.isMain() && file.isIn("zkhelper-core");
		assertThat(methods(core)
			.filter((method) -> method.tree().getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)))
			.as("synchronized methods")
			.isEmpty();
		assertThat(FILES.stream().filter(core).flatMap((file) -> monitors(file).stream())).isEmpty();
	}

	private static List<String> sleeps(SourceFile file) {
		return findings(file, MemberSelectTree.class, (tree) -> SLEEP.matcher(tree.toString()).matches(), "sleeps");
	}

	private static List<String> monitors(SourceFile file) {
		return findings(file, SynchronizedTree.class, (tree) -> true, "synchronizes");
	}

	private static <T extends Tree> List<String> findings(SourceFile file, Class<T> kind, Predicate<T> wanted,
			String finding) {
		List<String> findings = new ArrayList<>();
		new TreeScanner<Void, Void>() {

			@Override
			public Void scan(Tree tree, Void unused) {
				if (kind.isInstance(tree) && wanted.test(kind.cast(tree))) {
					findings.add("%s:%d: %s".formatted(file.path(), file.lineOf(tree), finding));
				}
				return super.scan(tree, null);
			}

		}.scan(file.tree(), null);
		return findings;
	}

	private static Stream<DeclaredType> types(Predicate<SourceFile> files) {
		return FILES.stream().filter(files).flatMap((file) -> file.types().stream());
	}

	private static Stream<DeclaredMethod> methods(Predicate<SourceFile> files) {
		return FILES.stream().filter(files).flatMap((file) -> file.methods().stream());
	}

}
