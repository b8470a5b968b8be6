package io.zkhelper.sample;

import java.util.concurrent.atomic.AtomicLong;

import io.zkhelper.boot.election.Execution;
import io.zkhelper.boot.election.ExecutionListener;

import org.springframework.stereotype.Component;

/**
 * Counts what this copy has done since it was started.
 */
@Component
class Tally implements ExecutionListener {

	private final AtomicLong written = new AtomicLong();

	private final AtomicLong skipped = new AtomicLong();

	private final AtomicLong refused = new AtomicLong();

	private volatile boolean working;

	@Override
	public void onExecution(Execution execution) {
		if (execution.outcome().isSkipped()) {
			this.skipped.incrementAndGet();
		}
	}

	void began() {
		this.working = true;
	}

	void ended() {
		this.working = false;
	}

	/** Return whether a report is in the middle, between the two passes of the fence. */
	boolean isWorking() {
		return this.working;
	}

	void written() {
		this.written.incrementAndGet();
	}

	void refused() {
		this.refused.incrementAndGet();
	}

	Counts counts() {
		return new Counts(this.written.get(), this.skipped.get(), this.refused.get());
	}

	/**
	 * What was counted.
	 *
	 * @param written reports that this copy has written
	 * @param skipped runs that it has skipped because it did not lead
	 * @param refused reports that the fence has refused
	 */
	record Counts(long written, long skipped, long refused) {
	}

}
