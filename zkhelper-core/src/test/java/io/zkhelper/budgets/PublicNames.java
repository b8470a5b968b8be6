package io.zkhelper.budgets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;

/**
 * The names that users can type: public types of what is published, and their members.
 */
final class PublicNames {

	/** An annotation or type, and one of its members. */
	private static final Pattern NAME = Pattern.compile("@?([A-Z]\\w*[a-z]\\w*)(?:\\.([a-zA-Z]\\w*))?\\b.*");

	private static final Pattern METHOD = Pattern.compile("([a-z]\\w*)\\(.*\\)");

	/** Of the JDK, which users type beside ours. */
	private static final Set<String> OF_OTHERS = Set.of("Lock", "Optional", "Duration", "Thread",
			"InterruptedException", "CancellationException");

	private final Map<String, Set<String>> members = new HashMap<>();

	PublicNames(List<SourceFile> files) {
		files.stream()
			.filter(SourceFile::isPublished)
			.flatMap((file) -> file.types().stream())
			.filter(DeclaredType::isPublic)
			.forEach((type) -> this.members.computeIfAbsent(type.name(), (key) -> new HashSet<>())
				.addAll(membersOf(type.tree())));
	}

	private static List<String> membersOf(ClassTree type) {
		return type.getMembers().stream().flatMap(PublicNames::nameOf).toList();
	}

	private static Stream<String> nameOf(Tree member) {
		if (member instanceof MethodTree method) {
			return Stream.of(method.getName().toString());
		}
		if (member instanceof VariableTree field) {
			return Stream.of(field.getName().toString());
		}
		return (member instanceof ClassTree nested) ? Stream.of(nested.getSimpleName().toString()) : Stream.of();
	}

	/**
	 * Whether a piece of code is a name of ours that there is, or none of ours at all.
	 */
	boolean has(String code) {
		Matcher name = NAME.matcher(code);
		if (name.matches()) {
			return OF_OTHERS.contains(name.group(1)) || hasMember(name.group(1), name.group(2));
		}
		Matcher method = METHOD.matcher(code);
		return !method.matches() || this.members.values().stream().anyMatch((all) -> all.contains(method.group(1)));
	}

	private boolean hasMember(String type, String member) {
		return this.members.containsKey(type) && (member == null || this.members.get(type).contains(member));
	}

}
