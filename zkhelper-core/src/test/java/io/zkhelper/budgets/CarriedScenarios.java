package io.zkhelper.budgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;

/**
 * The ids of scenarios that a test carries, in its own name or in the one that is shown.
 */
final class CarriedScenarios {

	private static final Pattern IN_TEXT = Pattern.compile("\\bT[ABCDRH]-\\d{2}\\b");

	private static final Pattern IN_NAME = Pattern.compile("^t[abcdrh]\\d{2}(?!\\d)");

	private static final Set<String> NAMING = Set.of("DisplayName", "ParameterizedTest", "RepeatedTest");

	private CarriedScenarios() {
	}

	static Set<String> of(DeclaredMethod method) {
		Stream<String> shown = method.tree()
			.getModifiers()
			.getAnnotations()
			.stream()
			.filter((annotation) -> NAMING.contains(annotation.getAnnotationType().toString()))
			.flatMap((annotation) -> texts(annotation).stream())
			.flatMap((text) -> in(text).stream());
		Stream<String> named = IN_NAME.matcher(method.name())
			.results()
			.map((found) -> found.group().toUpperCase(Locale.ROOT).replaceFirst("^(..)", "$1-"));
		return Stream.concat(shown, named).collect(Collectors.toSet());
	}

	static Set<String> in(String text) {
		return IN_TEXT.matcher(text).results().map((found) -> found.group()).collect(Collectors.toSet());
	}

	private static List<String> texts(AnnotationTree annotation) {
		List<String> texts = new ArrayList<>();
		new TreeScanner<Void, Void>() {

			@Override
			public Void visitLiteral(LiteralTree literal, Void unused) {
				texts.add(String.valueOf(literal.getValue()));
				return super.visitLiteral(literal, null);
			}

		}.scan(annotation, null);
		return texts;
	}

}
