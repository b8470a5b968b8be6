package io.zkhelper.budgets;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;

/**
 * The names of the methods that a test calls, also where its file or what it extends does
 * so on its behalf. A method of a fixture counts by its own name, and not for what it
 * does.
 */
final class CalledMethods extends TreeScanner<Void, Void> {

	private final Set<String> names = new HashSet<>();

	private final Set<String> own = new HashSet<>();

	private CalledMethods() {
	}

	static Set<String> of(DeclaredMethod test, Collection<SourceFile> files) {
		List<DeclaredMethod> declared = files.stream().flatMap((file) -> file.methods().stream()).toList();
		CalledMethods called = new CalledMethods();
		Deque<DeclaredMethod> open = new ArrayDeque<>(List.of(test));
		Set<DeclaredMethod> seen = new HashSet<>(open);
		while (!open.isEmpty()) {
			called.scan(open.remove().tree(), null);
			declared.stream()
				.filter((method) -> called.own.contains(method.name()) && seen.add(method))
				.forEach(open::add);
		}
		return called.names;
	}

	@Override
	public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
		Tree method = call.getMethodSelect();
		if (method instanceof MemberSelectTree other) {
			add(other.getIdentifier().toString(), call.getArguments());
		}
		else if (method instanceof IdentifierTree self) {
			this.own.add(self.getName().toString());
			add(self.getName().toString(), call.getArguments());
		}
		return super.visitMethodInvocation(call, null);
	}

	@Override
	public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
		this.names.add(reference.getName().toString());
		if (reference.getQualifierExpression().toString().equals("this")) {
			this.own.add(reference.getName().toString());
		}
		return super.visitMemberReference(reference, null);
	}

	private void add(String name, List<? extends Tree> arguments) {
		this.names.add(name);
		if (arguments.size() == 1 && arguments.get(0) instanceof LiteralTree text) {
			this.names.add("%s(%s)".formatted(name, text.getValue()));
		}
	}

}
