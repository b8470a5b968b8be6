package io.zkhelper.budgets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreeScanner;

/**
 * What the tests of all modules use, directly and by their fixtures.
 */
final class TestSources {

	private final Map<SourceFile, Set<String>> uses;

	private final Map<String, SourceFile> files = new HashMap<>();

	private final Map<SourceFile, Set<String>> parents;

	private final Map<SourceFile, Set<String>> types = new HashMap<>();

	TestSources(List<SourceFile> tests) {
		this.parents = tests.stream().collect(Collectors.toMap((file) -> file, TestSources::parentsOf));
		this.uses = tests.stream().collect(Collectors.toMap((file) -> file, TestSources::typesNamedIn));
		tests.forEach((file) -> file.types()
			.stream()
			.filter(DeclaredType::isTopLevel)
			.forEach((type) -> this.files.put(packageOf(file) + "." + type.name(), file)));
	}

	// By its imports, and by names that may be those of neighbours
	private static Set<String> typesNamedIn(SourceFile file) {
		Set<String> names = new HashSet<>();
		file.tree().getImports().forEach((each) -> names.add(each.getQualifiedIdentifier().toString()));
		new TreeScanner<Void, Void>() {

			@Override
			public Void visitIdentifier(IdentifierTree name, Void unused) {
				names.add(packageOf(file) + "." + name.getName());
				return super.visitIdentifier(name, null);
			}

		}.scan(file.tree().getTypeDecls(), null);
		return names;
	}

	private static String packageOf(SourceFile file) {
		return file.tree().getPackageName().toString();
	}

	/**
	 * Return what a test uses: one of a contract as part of those who extend it.
	 */
	TestUse usedBy(DeclaredMethod test) {
		return new TestUse(this.types.computeIfAbsent(test.file(), this::typesUsedBy),
				CalledMethods.of(test, inherited(test.file())));
	}

	private Set<String> typesUsedBy(SourceFile test) {
		Deque<SourceFile> open = new ArrayDeque<>(runsOf(test));
		Set<SourceFile> seen = new HashSet<>(open);
		Set<String> used = new HashSet<>();
		while (!open.isEmpty()) {
			Set<String> next = this.uses.get(open.remove());
			used.addAll(next);
			next.stream().map(this.files::get).filter((file) -> file != null && seen.add(file)).forEach(open::add);
		}
		return used;
	}

	private Set<SourceFile> runsOf(SourceFile test) {
		Set<SourceFile> runs = new HashSet<>(Set.of(test));
		String name = packageOf(test) + "." + test.types().get(0).name();
		this.uses.keySet()
			.stream()
			.filter((file) -> extendsOneOf(file, name))
			.forEach((file) -> runs.addAll(runsOf(file)));
		return runs;
	}

	private Set<SourceFile> inherited(SourceFile file) {
		Set<SourceFile> chain = new LinkedHashSet<>(Set.of(file));
		this.uses.get(file)
			.stream()
			.filter((name) -> extendsOneOf(file, name))
			.map(this.files::get)
			.filter((parent) -> parent != null && parent != file)
			.forEach((parent) -> chain.addAll(inherited(parent)));
		return chain;
	}

	private boolean extendsOneOf(SourceFile file, String name) {
		return this.uses.get(file).contains(name)
				&& this.parents.get(file).contains(name.substring(name.lastIndexOf('.') + 1));
	}

	private static Set<String> parentsOf(SourceFile file) {
		return file.types()
			.stream()
			.map((type) -> type.tree().getExtendsClause())
			.filter(Objects::nonNull)
			.map((parent) -> parent.toString().replaceAll("<.*", ""))
			.collect(Collectors.toSet());
	}

}
