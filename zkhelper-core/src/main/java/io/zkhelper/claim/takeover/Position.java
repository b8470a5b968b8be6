package io.zkhelper.claim.takeover;

import java.util.List;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.QueueMemory;
import io.zkhelper.claim.Safety;
import io.zkhelper.session.Change;
import io.zkhelper.session.Moment;

/**
 * How things stood when a contender became first in the queue.
 *
 * @param path the own node
 * @param own its name
 * @param queue the whole queue
 * @param firstAt when that was seen: any takeover delay counts from here
 * @param past what went before
 * @since 1.0.0
 */
public record Position(String path, Contender own, List<Contender> queue, Moment firstAt, Past past) {

	/**
	 * What a transaction has to begin with that is to prove that the own node lives.
	 */
	List<Change.Check> check() {
		return List.of(new Change.Check(this.path, Change.ANY_VERSION));
	}

	/**
	 * Whether somebody holds the record whose node is in the queue, but behind. The lease
	 * of such a one would go on being renewed.
	 */
	boolean isHeldBehind(TermRecord record) {
		return !record.isHeldBy(this.own.name())
				&& this.queue.stream().anyMatch((other) -> record.isHeldBy(other.name()));
	}

	Succession.Predecessor predecessor(ReadRecord read) {
		if (read.record().filter(TermRecord::isHeld).filter(this::isMine).isPresent()) {
			return Succession.Predecessor.MYSELF;
		}
		return this.past.hasWaited() ? Succession.Predecessor.ANOTHER : Succession.Predecessor.NOBODY;
	}

	private boolean isMine(TermRecord record) {
		return this.past.queue().isOwnAndOver(record.candidate());
	}

	/**
	 * How many heartbeats have to be acknowledged before a grant: none unless a lease has
	 * lapsed in this session.
	 */
	int missingTouches(Safety safety) {
		if (!this.past.hasLapsed()) {
			return 0;
		}
		return (safety == Safety.STRICT) ? 1 : 2;
	}

	long termAfter(ReadRecord previous) {
		return Math.max(previous.term(), this.past.highestTerm()) + 1;
	}

	/**
	 * What went before.
	 *
	 * @param queue what is remembered of the queue
	 * @param hasWaited whether it has waited behind somebody
	 * @param hasLapsed whether its lease has lapsed in this session
	 * @param highestTerm the highest number of a term that it has heard of
	 * @since 1.0.0
	 */
	public record Past(QueueMemory queue, boolean hasWaited, boolean hasLapsed, long highestTerm) {
	}

}
