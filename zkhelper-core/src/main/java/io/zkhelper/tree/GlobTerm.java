package io.zkhelper.tree;

import java.util.List;

/**
 * One part of a pattern for names.
 */
sealed interface GlobTerm {

	/**
	 * Return whether a character may stand here.
	 * @param codePoint the character
	 */
	boolean accepts(int codePoint);

	/**
	 * {@code *}: any characters, or none.
	 */
	record Run() implements GlobTerm {

		@Override
		public boolean accepts(int codePoint) {
			return true;
		}

	}

	/**
	 * {@code ?}: any one character.
	 */
	record Any() implements GlobTerm {

		@Override
		public boolean accepts(int codePoint) {
			return true;
		}

	}

	/**
	 * One certain character.
	 *
	 * @param codePoint the character
	 */
	record Literal(int codePoint) implements GlobTerm {

		@Override
		public boolean accepts(int codePoint) {
			return codePoint == this.codePoint;
		}

	}

	/**
	 * {@code […]}: one character of some.
	 *
	 * @param negated whether it has to be one of all others
	 * @param ranges the characters
	 */
	record OneOf(boolean negated, List<Range> ranges) implements GlobTerm {

		public OneOf {
			ranges = List.copyOf(ranges);
		}

		@Override
		public boolean accepts(int codePoint) {
			return this.negated != this.ranges.stream().anyMatch((range) -> range.has(codePoint));
		}

	}

	/**
	 * Characters from one to another. None, if the first one comes after the last.
	 */
	record Range(int first, int last) {

		boolean has(int codePoint) {
			return this.first <= codePoint && codePoint <= this.last;
		}

	}

}
