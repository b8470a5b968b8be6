package io.zkhelper.tree;

import java.util.List;

/**
 * What one segment of a path has to look like.
 *
 * @param terms its parts, in order
 */
record GlobSegment(List<GlobTerm> terms) {

	GlobSegment {
		terms = List.copyOf(terms);
	}

	/**
	 * Return whether only one name fits.
	 */
	boolean isLiteral() {
		return this.terms.stream().allMatch(GlobTerm.Literal.class::isInstance);
	}

	/**
	 * Return a name that fits, without escapes: the only one, if there is only one.
	 */
	String example() {
		StringBuilder name = new StringBuilder();
		for (GlobTerm term : this.terms) {
			name.appendCodePoint((term instanceof GlobTerm.Literal literal) ? literal.codePoint() : 'x');
		}
		return name.toString();
	}

	/**
	 * Return whether a name fits.
	 */
	boolean matches(String name) {
		int[] characters = name.codePoints().toArray();
		int term = 0;
		int lastRun = -1;
		int afterLastRun = 0;
		int i = 0;
		while (i < characters.length) {
			if (isRun(term)) {
				lastRun = term++;
				afterLastRun = i;
			}
			else if (accepts(term, characters[i])) {
				term++;
				i++;
			}
			else if (lastRun >= 0) {
				// The last run takes one more; longer ones before it would gain nothing
				term = lastRun + 1;
				i = ++afterLastRun;
			}
			else {
				return false;
			}
		}
		return this.terms.stream().skip(term).allMatch(GlobTerm.Run.class::isInstance);
	}

	private boolean isRun(int term) {
		return term < this.terms.size() && this.terms.get(term) instanceof GlobTerm.Run;
	}

	private boolean accepts(int term, int character) {
		return term < this.terms.size() && this.terms.get(term).accepts(character);
	}

}
