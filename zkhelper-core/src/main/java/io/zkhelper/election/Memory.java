package io.zkhelper.election;

import java.time.Instant;
import java.util.Optional;

import io.zkhelper.claim.QueueMemory;
import io.zkhelper.claim.takeover.Ending;
import io.zkhelper.claim.takeover.ReadRecord;
import io.zkhelper.claim.takeover.TermRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a participant remembers from one session to the next.
 */
final class Memory {

	private final QueueMemory queue = new QueueMemory();

	private long highestTerm;

	private long highestToken;

	private @Nullable Ending lastEnding;

	QueueMemory queue() {
		return this.queue;
	}

	long highestTerm() {
		return this.highestTerm;
	}

	void lastEnding(Ending ending) {
		this.lastEnding = ending;
	}

	void granted(ReadRecord written) {
		note(written);
		this.lastEnding = null;
	}

	/**
	 * Take note of a record: no later token may be lower. One that this participant has
	 * just written may be seen before the answer to its grant, and counts with that.
	 */
	void seen(ReadRecord read) {
		if (read.record().filter((record) -> this.queue.isOwn(record.candidate())).isEmpty()) {
			note(read);
		}
	}

	private void note(ReadRecord read) {
		this.highestTerm = Math.max(this.highestTerm, read.term());
		this.highestToken = Math.max(this.highestToken, read.highestToken());
	}

	long highestToken(ReadRecord previous) {
		return Math.max(this.highestToken, previous.highestToken());
	}

	boolean isNew(ReadRecord written, ReadRecord previous) {
		return written.token() > highestToken(previous);
	}

	/**
	 * The term that a grant puts an end to, as far as nobody has written it down.
	 */
	Optional<PastTerm> pastTerm(ReadRecord previous, Instant now) {
		return previous.record().filter((record) -> record.term() > 0).flatMap((record) -> {
			Ending ending = record.ending();
			return Payloads.pastTerm(record, (ending != null) ? ending : endingOf(record, now));
		});
	}

	private Ending endingOf(TermRecord record, Instant now) {
		Ending own = this.lastEnding;
		return (own != null && this.queue.isOwn(record.candidate())) ? own
				: new Ending(now, LossReason.VANISHED.name());
	}

}
