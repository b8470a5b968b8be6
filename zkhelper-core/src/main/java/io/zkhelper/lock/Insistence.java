package io.zkhelper.lock;

import java.time.Duration;
import java.util.concurrent.CompletionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a lock come what may: whoever loses the place in the queue goes to its end again,
 * and interrupts have to wait. For one thread.
 */
final class Insistence {

	private static final Logger logger = LoggerFactory.getLogger(Insistence.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private final DistributedLock lock;

	private Duration pause = FIRST_PAUSE;

	private boolean interrupted;

	Insistence(DistributedLock lock) {
		this.lock = lock;
	}

	HeldLock acquire() {
		clearInterrupt();
		try {
			while (true) {
				long begun = System.nanoTime();
				try {
					return attempt();
				}
				catch (LockLostException ex) {
					requireHope(ex);
					pause(Duration.ofNanos(System.nanoTime() - begun));
				}
			}
		}
		finally {
			if (this.interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private void clearInterrupt() {
		this.interrupted |= Thread.interrupted();
	}

	private HeldLock attempt() {
		try {
			return this.lock.acquire();
		}
		catch (InterruptedException ex) {
			this.interrupted = true;
			return acquireDeaf();
		}
	}

	// The next interrupt would cost the place in the queue again, and the one after it
	private HeldLock acquireDeaf() {
		try {
			return this.lock.acquireAsync().toCompletableFuture().join();
		}
		catch (CompletionException ex) {
			throw LockException.causeOf(ex);
		}
	}

	private static void requireHope(LockLostException ex) {
		if (ex.reason() == LockLoss.CLIENT_CLOSED) {
			throw ex;
		}
		logger.info("{}; asking for it again", ex.getMessage());
	}

	private void pause(Duration took) {
		if (took.compareTo(LONGEST_PAUSE) > 0) {
			this.pause = FIRST_PAUSE;
		}
		clearInterrupt();
		try {
			Thread.sleep(this.pause.toMillis());
		}
		catch (InterruptedException ex) {
			this.interrupted = true;
		}
		Duration doubled = this.pause.multipliedBy(2);
		this.pause = (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE;
	}

}
