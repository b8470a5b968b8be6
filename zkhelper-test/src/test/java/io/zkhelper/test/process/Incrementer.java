package io.zkhelper.test.process;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.test.process.Tally.Outcome;

/**
 * A thread that reads a value and writes the next one, turn for turn.
 */
final class Incrementer implements Runnable {

	/** Between read and write: long enough for others who don't wait their turn. */
	private static final Duration WORK = Duration.ofNanos(300_000);

	private final int number;

	private final Turns turns;

	private final FencedFile file;

	private final Tally tally;

	private final AtomicBoolean stopped;

	Incrementer(int number, Turns turns, FencedFile file, Tally tally, AtomicBoolean stopped) {
		this.number = number;
		this.turns = turns;
		this.file = file;
		this.tally = tally;
		this.stopped = stopped;
	}

	@Override
	public void run() {
		while (!this.stopped.get()) {
			this.tally.count(this.number, attempt());
		}
	}

	private Outcome attempt() {
		try {
			Optional<Turn> turn = this.turns.next();
			return turn.isPresent() ? during(turn.get()) : Outcome.BUSY;
		}
		catch (LockLostException ex) {
			return Outcome.LOST;
		}
		catch (InterruptedException | RuntimeException ex) {
			ex.printStackTrace();
			this.stopped.set(true);
			return Outcome.FAILED;
		}
	}

	private Outcome during(Turn turn) {
		try (turn) {
			if (increment(turn.token())) {
				return Outcome.DONE;
			}
			// Valid after a newer one was shown, so both were valid at the same time
			return turn.isValid() ? Outcome.REFUSED_THOUGH_VALID : Outcome.REFUSED;
		}
	}

	private boolean increment(FencingToken token) {
		OptionalLong value = this.file.read(token);
		LockSupport.parkNanos(WORK.toNanos());
		return value.isPresent() && this.file.write(token, value.getAsLong() + 1);
	}

	/**
	 * Waits for this thread's next turn.
	 */
	interface Turns {

		Optional<Turn> next() throws InterruptedException;

	}

}
