package io.zkhelper.claim.takeover;

import java.util.Optional;

/**
 * The term record as it was read.
 *
 * @param record what it says, empty if that can't be read
 * @param version which version of the node it is
 * @param token the transaction that wrote it
 * @param isBlank whether nobody has ever held
 * @since 1.0.0
 */
public record ReadRecord(Optional<TermRecord> record, int version, long token, boolean isBlank) {

	/**
	 * Return the number of its term.
	 * @return the number, 0 if it has none that can be read
	 */
	public long term() {
		return this.record.map(TermRecord::term).orElse(0L);
	}

	/**
	 * Return the highest token known to have been given out.
	 * @return the transaction that wrote that term, 0 for none
	 */
	public long highestToken() {
		long floor = this.record.map(TermRecord::floor).orElse(0L);
		return this.record.filter(TermRecord::isHeld).map((held) -> Math.max(floor, this.token)).orElse(floor);
	}

}
