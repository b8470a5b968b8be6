package io.zkhelper.claim.takeover;

import java.time.Duration;

import io.zkhelper.claim.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The record that a grant and a release write: whose term it is, and what a successor has
 * to know.
 *
 * @param term the number of the term, 0 before the first
 * @param candidate the name of the holder's node
 * @param tenure who holds since when
 * @param lease how long the holder may think it holds after its last heartbeat
 * @param floor the highest token known to have been given out before, 0 for none
 * @param ending when and why it was released, {@code null} while it is held
 * @since 1.0.0
 */
public record TermRecord(long term, String candidate, Tenure tenure, Duration lease, long floor,
		@Nullable Ending ending) {

	/**
	 * Return whether nobody has released it.
	 * @return {@code false} once it was released; a holder that went without releasing
	 * leaves it held
	 */
	public boolean isHeld() {
		return this.ending == null;
	}

	boolean isHeldBy(String candidate) {
		return isHeld() && this.candidate.equals(candidate);
	}

	TermRecord released(Ending ending, long floor) {
		return new TermRecord(this.term, this.candidate, this.tenure, this.lease, floor, ending);
	}

	/**
	 * Return the content for the node.
	 * @return compact JSON in UTF-8
	 * @throws IllegalArgumentException if it has over {@value Payload#MAX_BYTES} bytes
	 */
	public byte[] toBytes() {
		return RecordFormat.write(this).toBytes();
	}

}
