package io.zkhelper.budgets;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The properties and meters in the tables of the pages that list all of them.
 */
final class DocumentedSettings {

	/** What is in braces are the tags of a meter. */
	private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(zkhelper\\.[^`{]+)(?:\\{[^`]*})?` \\|");

	private final List<Pattern> names = new ArrayList<>();

	DocumentedSettings() throws IOException {
		for (String page : List.of("configuration", "observability")) {
			String text = Files.readString(SourceFiles.root().resolve("docs/" + page + ".md"));
			LISTED.matcher(text).results().map((found) -> pattern(found.group(1))).forEach(this.names::add);
		}
	}

	private static Pattern pattern(String listed) {
		return Pattern.compile(listed.replace(".", "\\.").replace("<name>", "[a-z0-9-]+").replace("*", ".+"));
	}

	/**
	 * Whether a name, which may have a value, is listed; or of several, which end in a
	 * star, any.
	 */
	boolean has(String code) {
		String name = code.replaceAll("=.*", "");
		return name.endsWith("*") ? matchers(name.substring(0, name.length() - 1)).anyMatch(DocumentedSettings::begins)
				: matchers(name).anyMatch(Matcher::matches);
	}

	private Stream<Matcher> matchers(String name) {
		return this.names.stream().map((pattern) -> pattern.matcher(name));
	}

	private static boolean begins(Matcher matcher) {
		return matcher.matches() || matcher.hitEnd();
	}

}
