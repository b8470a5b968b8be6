package io.zkhelper.budgets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;

/**
 * A class, record, interface, enum or annotation as it was written.
 */
record DeclaredType(SourceFile file, TreePath path) {

	ClassTree tree() {
		return (ClassTree) this.path.getLeaf();
	}

	String name() {
		return tree().getSimpleName().toString();
	}

	boolean isTopLevel() {
		return this.path.getParentPath().getLeaf() == this.file.tree();
	}

	/**
	 * Whether a user can name it: public, and so is everything around it.
	 */
	boolean isPublic() {
		if (isTopLevel()) {
			return declares(Modifier.PUBLIC);
		}
		return enclosing().filter((type) -> type.isPublic() && (type.isInterface() || declares(Modifier.PUBLIC)))
			.isPresent();
	}

	boolean isInterface() {
		return Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE).contains(tree().getKind());
	}

	String comment() {
		return this.file.commentOn(this.path);
	}

	/**
	 * Components of a record; the compiler keeps them as its fields that are not static.
	 */
	List<String> components() {
		if (tree().getKind() != Tree.Kind.RECORD) {
			return List.of();
		}
		return tree().getMembers()
			.stream()
			.flatMap((member) -> (member instanceof VariableTree field) ? Stream.of(field) : Stream.empty())
			.filter((field) -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
			.map((field) -> field.getName().toString())
			.toList();
	}

	Optional<DeclaredType> enclosing() {
		TreePath parent = this.path.getParentPath();
		return (parent.getLeaf() instanceof ClassTree) ? Optional.of(new DeclaredType(this.file, parent))
				: Optional.empty();
	}

	boolean declares(Modifier modifier) {
		return tree().getModifiers().getFlags().contains(modifier);
	}

	boolean isAnnotated(String annotation) {
		return tree().getModifiers()
			.getAnnotations()
			.stream()
			.anyMatch((candidate) -> candidate.getAnnotationType().toString().equals(annotation));
	}

	@Override
	public String toString() {
		return "%s:%d: type '%s'".formatted(this.file.path(), this.file.lineOf(tree()), name());
	}

}
