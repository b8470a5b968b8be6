package io.zkhelper.election;

import java.util.Optional;

/**
 * The term record as it was read.
 *
 * @param record what it says, empty if that can't be read
 * @param version which version of the node it is
 * @param token the transaction that wrote it
 * @param isBlank whether nobody has ever been granted a term
 */
record ReadRecord(Optional<TermRecord> record, int version, long token, boolean isBlank) {

	long term() {
		return this.record.map(TermRecord::term).orElse(0L);
	}

	/**
	 * The highest token known to have been given out, 0 for none.
	 */
	long highestToken() {
		long floor = this.record.map(TermRecord::floor).orElse(0L);
		return this.record.filter(TermRecord::isHeld).map((held) -> Math.max(floor, this.token)).orElse(floor);
	}

}
