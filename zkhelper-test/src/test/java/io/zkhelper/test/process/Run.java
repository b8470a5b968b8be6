package io.zkhelper.test.process;

import java.util.Optional;

import io.zkhelper.claim.FencingToken;

/**
 * A series of checks in one process that all answered true, closer together than
 * {@link Logbook#GAP_NANOS}.
 * <p>
 * A check was true at some instant between the stamps before and after it. So the process
 * surely led from {@code from} to {@code to}, and both are the stamps that make this
 * shortest: what overlaps by them overlaps whenever the checks really looked. A single
 * check has {@code to} before {@code from}, and overlaps only what encloses it.
 *
 * @param process the process
 * @param term the term, 0 when it was over before it could be asked for
 * @param token the term's token, {@code null} with term 0
 * @param from the stamp after the first check
 * @param to the stamp before the last check
 * @param resumed whether the check before the first one was true too, but longer ago
 */
record Run(String process, long term, FencingToken token, long from, long to, boolean resumed) {

	/**
	 * Surely both led at some instant. True for one and the same run as well.
	 */
	boolean overlaps(Run other) {
		return this.from <= other.to && other.from <= this.to;
	}

	boolean isSameTermAs(Run other) {
		return this.process.equals(other.process) && this.term == other.term && this.term != 0;
	}

	/**
	 * A term that was valid twice was valid in between, whoever looked.
	 */
	Run joinedWith(Run other) {
		return new Run(this.process, this.term, this.token, Math.min(this.from, other.from),
				Math.max(this.to, other.to), this.resumed);
	}

	String describe(long origin) {
		return "%s led from %s to %s ms (term %d, token %s)%s".formatted(this.process, Stamp.millis(this.from, origin),
				Stamp.millis(this.to, origin), this.term,
				Optional.ofNullable(this.token).map(Object::toString).orElse("?"),
				this.resumed ? ", still after a gap" : "");
	}

}
