package io.zkhelper.budgets;

import java.util.Set;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;

/**
 * A method or constructor as it was written.
 */
record DeclaredMethod(SourceFile file, TreePath path) {

	private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory",
			"ArchTest");

	MethodTree tree() {
		return (MethodTree) this.path.getLeaf();
	}

	DeclaredType owner() {
		return new DeclaredType(this.file, this.path.getParentPath());
	}

	boolean isOfNamedType() {
		return this.path.getParentPath().getLeaf() instanceof ClassTree type && !type.getSimpleName().isEmpty();
	}

	int bodyLines() {
		return (tree().getBody() != null) ? this.file.linesWithin(tree().getBody()) : 0;
	}

	boolean hasBody() {
		return tree().getBody() != null;
	}

	int parameters() {
		return tree().getParameters().size();
	}

	boolean isTestMethod() {
		return TESTS.stream().anyMatch(this::isAnnotated);
	}

	/**
	 * Whether a user can call it and nothing above it has the documentation.
	 */
	boolean needsComment() {
		Set<Modifier> modifiers = tree().getModifiers().getFlags();
		boolean visible = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED)
				|| (owner().isInterface() && !modifiers.contains(Modifier.PRIVATE));
		return visible && isOfNamedType() && owner().isPublic() && !isAnnotated("Override") && !isCanonicalConstructor()
				&& !isAccessor();
	}

	boolean isAnnotated(String annotation) {
		return tree().getModifiers()
			.getAnnotations()
			.stream()
			.anyMatch((candidate) -> candidate.getAnnotationType().toString().equals(annotation));
	}

	String comment() {
		return this.file.commentOn(this.path);
	}

	String name() {
		String name = tree().getName().toString();
		return name.equals("<init>") ? ((ClassTree) this.path.getParentPath().getLeaf()).getSimpleName().toString()
				: name;
	}

	/**
	 * Whether it is the constructor that takes the components of a record, compact or
	 * not.
	 */
	boolean isCanonicalConstructor() {
		return tree().getName().contentEquals("<init>") && !owner().components().isEmpty()
				&& parameters() == owner().components().size();
	}

	private boolean isAccessor() {
		return tree().getParameters().isEmpty() && owner().components().contains(name());
	}

	@Override
	public String toString() {
		return "%s:%d: method '%s'".formatted(this.file.path(), this.file.lineOf(tree()), name());
	}

}
