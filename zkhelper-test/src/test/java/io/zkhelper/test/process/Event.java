package io.zkhelper.test.process;

import java.util.Locale;

import io.zkhelper.claim.FencingToken;

/**
 * What a listener was told in one process. Its text form is a line of the process's
 * output.
 *
 * @param process the process
 * @param kind what happened
 * @param term the term
 * @param token the term's token
 * @param reason why it ended, {@code -} for a grant
 * @param at when the listener was told, which may be late
 */
record Event(String process, Kind kind, long term, FencingToken token, String reason, long at) {

	static String line(Kind kind, Term term, String reason) {
		return "%s %d %s %s %d".formatted(kind, term.number(), term.token(), reason, System.nanoTime());
	}

	static Event parse(String process, String line) {
		String[] words = line.split(" ");
		return new Event(process, Kind.valueOf(words[0]), Long.parseLong(words[1]), FencingToken.parse(words[2]),
				words[3], Long.parseLong(words[4]));
	}

	static boolean isEvent(String line) {
		return line.startsWith(Kind.GRANTED + " ") || line.startsWith(Kind.REVOKED + " ");
	}

	boolean ends(Event grant) {
		return this.kind == Kind.REVOKED && grant.kind == Kind.GRANTED && this.token.equals(grant.token)
				&& this.term == grant.term;
	}

	String describe(long origin) {
		return "%s was told: %s term %d, token %s, %s, at %s ms".formatted(this.process,
				this.kind.name().toLowerCase(Locale.ROOT), this.term, this.token, this.reason,
				Stamp.millis(this.at, origin));
	}

	/**
	 * What happened.
	 */
	enum Kind {

		GRANTED, REVOKED

	}

}
