package io.zkhelper.election;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The record that a grant and a release write: whose term it is, and what a successor has
 * to know.
 *
 * @param term the number of the term, 0 before the first
 * @param candidate the name of the leader's node
 * @param tenure who leads since when
 * @param lease how long the leader may think it leads after its last heartbeat
 * @param floor the highest token known to have been given out before, 0 for none
 * @param ending when and why it was released, {@code null} while it is held
 */
record TermRecord(long term, String candidate, Tenure tenure, Duration lease, long floor, @Nullable Ending ending) {

	boolean isHeld() {
		return this.ending == null;
	}

	boolean isHeldBy(String candidate) {
		return isHeld() && this.candidate.equals(candidate);
	}

	TermRecord released(Ending ending, long floor) {
		return new TermRecord(this.term, this.candidate, this.tenure, this.lease, floor, ending);
	}

	/**
	 * The content of the node.
	 */
	byte[] toBytes() {
		return RecordFormat.write(this).toBytes();
	}

}
