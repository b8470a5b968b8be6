package io.zkhelper.test.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares the examples of a guide with tests that run them.
 */
final class Guide {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Path SOURCES = Path.of("src", "test", "java", "io", "zkhelper", "test", "guide");

	private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

	private Guide() {
	}

	/**
	 * Return the examples of a guide that are not in a test, word by word.
	 */
	static List<String> examplesNotIn(Class<?> test, String guide) throws IOException {
		String source = withoutIndentation(Files.readString(SOURCES.resolve(test.getSimpleName() + ".java")));
		return EXAMPLE.matcher(Files.readString(DOCS.resolve(guide)))
			.results()
			.map((result) -> withoutIndentation(result.group(1)))
			.filter((example) -> !source.contains(example))
			.toList();
	}

	private static String withoutIndentation(String code) {
		return code.replaceAll("(?m)^\\s+", "");
	}

}
