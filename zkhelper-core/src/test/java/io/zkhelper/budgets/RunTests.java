package io.zkhelper.budgets;

import java.util.List;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;

/**
 * The tests of some sources that JUnit runs wherever it runs them all.
 */
final class RunTests {

	private final List<DeclaredType> types;

	RunTests(List<SourceFile> files) {
		this.types = files.stream().flatMap((file) -> file.types().stream()).toList();
	}

	boolean contains(DeclaredMethod method) {
		return method.isOfNamedType() && method.isTestMethod() && isUnconditional(method.tree().getModifiers())
				&& isRun(method.owner());
	}

	private static boolean isUnconditional(ModifiersTree modifiers) {
		return annotations(modifiers)
			.noneMatch((annotation) -> annotation.startsWith("Disabled") || annotation.startsWith("Enabled"));
	}

	/**
	 * Whether it or something that extends it is a class that JUnit runs.
	 */
	private boolean isRun(DeclaredType type) {
		if (!isUnconditional(type.tree().getModifiers())) {
			return false;
		}
		if (type.declares(Modifier.ABSTRACT)) {
			return this.types.stream().anyMatch((other) -> type.name().equals(parent(other)) && isRun(other));
		}
		return type.isTopLevel() || isNestedInOneThatIs(type);
	}

	private boolean isNestedInOneThatIs(DeclaredType type) {
		return type.isAnnotated("Nested") && type.enclosing().filter(this::isRun).isPresent();
	}

	private static String parent(DeclaredType type) {
		Tree parent = type.tree().getExtendsClause();
		return (parent != null) ? parent.toString().replaceAll("<.*", "") : "";
	}

	private static Stream<String> annotations(ModifiersTree modifiers) {
		List<? extends AnnotationTree> annotations = modifiers.getAnnotations();
		return annotations.stream().map((annotation) -> annotation.getAnnotationType().toString());
	}

}
