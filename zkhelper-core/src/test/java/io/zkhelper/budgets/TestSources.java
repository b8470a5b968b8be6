package io.zkhelper.budgets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreeScanner;

/**
 * What the tests of all modules use, directly and by their fixtures.
 */
final class TestSources {

	private final Map<SourceFile, Set<String>> uses;

	private final Map<String, SourceFile> files = new HashMap<>();

	TestSources(List<SourceFile> tests) {
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
	 * Return the types on which the tests of a file run: a contract as part of those who
	 * extend it.
	 */
	Set<String> usedBy(SourceFile test) {
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

	private boolean extendsOneOf(SourceFile file, String name) {
		return this.uses.get(file).contains(name) && file.types()
			.stream()
			.map(DeclaredType::tree)
			.map(ClassTree::getExtendsClause)
			.anyMatch((parent) -> parent != null
					&& parent.toString().replaceAll("<.*", "").equals(name.substring(name.lastIndexOf('.') + 1)));
	}

}
