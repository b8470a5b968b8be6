package io.zkhelper.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads one segment of a pattern.
 */
final class GlobParser {

	private final String pattern;

	private final String segment;

	private final int[] characters;

	private int next;

	/**
	 * Create for one segment.
	 * @param pattern the whole pattern, for errors
	 * @param segment the segment
	 */
	GlobParser(String pattern, String segment) {
		this.pattern = pattern;
		this.segment = segment;
		this.characters = segment.codePoints().toArray();
	}

	GlobSegment parse() {
		List<GlobTerm> terms = new ArrayList<>();
		while (this.next < this.characters.length) {
			terms.add(term());
		}
		return new GlobSegment(terms);
	}

	private GlobTerm term() {
		int character = take();
		return switch (character) {
			case '*' -> new GlobTerm.Run();
			case '?' -> new GlobTerm.Any();
			case '[' -> oneOf();
			case '\\' -> new GlobTerm.Literal(escaped());
			default -> new GlobTerm.Literal(character);
		};
	}

	private GlobTerm oneOf() {
		boolean negated = takeIf('^');
		List<GlobTerm.Range> ranges = new ArrayList<>();
		do {
			int first = member();
			ranges.add(new GlobTerm.Range(first, takeIf('-') ? member() : first));
		}
		while (!takeIf(']'));
		return new GlobTerm.OneOf(negated, ranges);
	}

	private int member() {
		int character = take();
		if (character == '-' || character == ']') {
			throw invalid("'[' has '%c' where a character is missing; escape it as '\\%c' if it is one"
				.formatted(character, character));
		}
		return (character == '\\') ? escaped() : character;
	}

	private int escaped() {
		if (this.next == this.characters.length) {
			throw invalid("nothing follows '\\'; write '\\\\' for the character itself");
		}
		return take();
	}

	private int take() {
		if (this.next == this.characters.length) {
			throw invalid("']' is missing; write '\\[' for the character itself");
		}
		return this.characters[this.next++];
	}

	private boolean takeIf(int character) {
		boolean matches = this.next < this.characters.length && this.characters[this.next] == character;
		if (matches) {
			this.next++;
		}
		return matches;
	}

	private IllegalArgumentException invalid(String why) {
		return new IllegalArgumentException(
				"The pattern '%s' is not valid in its segment '%s': %s".formatted(this.pattern, this.segment, why));
	}

}
