package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.zkhelper.boot.guard.Pass;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.HeldLock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link LockAttempt} without a thread that waits.
 */
class LockAttemptTests {

	private final StubLocks stub = new StubLocks();

	private final HeldLock held = mock(HeldLock.class);

	@Test
	void givesUpTheLockWithTheAttempt() {
		CompletableFuture<HeldLock> acquiring = new CompletableFuture<>();
		enter(acquiring).cancel(true);
		assertThat(acquiring).isCancelled();
	}

	@Test
	void letsGoOfALockThatCameTooLateToBeGivenUp() {
		CompletableFuture<HeldLock> acquiring = new Unstoppable();
		enter(acquiring).cancel(true);
		acquiring.complete(this.held);
		verify(this.held).close();
	}

	@Test
	void keepsALockThatCame() {
		CompletableFuture<HeldLock> acquiring = new CompletableFuture<>();
		CompletableFuture<Optional<Pass>> entering = enter(acquiring);
		acquiring.complete(this.held);
		entering.cancel(true);
		assertThat(entering.join().orElseThrow().value()).isSameAs(this.held);
		verify(this.held, never()).close();
	}

	@Test
	void isEmptyWhenItsTimeIsUpHoweverThatIsSaid() {
		assertThat(enter(CompletableFuture.failedFuture(this.stub.timeout))).isCompletedWithValue(Optional.empty());
		assertThat(enter(CompletableFuture.failedFuture(new CompletionException(this.stub.timeout))))
			.isCompletedWithValue(Optional.empty());
	}

	@Test
	void throwsWhatElseIsWrong() {
		assertThat(enter(CompletableFuture.failedFuture(new IllegalStateException("refused"))))
			.failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.withMessage("refused");
	}

	private CompletableFuture<Optional<Pass>> enter(CompletableFuture<HeldLock> acquiring) {
		DistributedLock lock = mock(DistributedLock.class);
		given(lock.acquireAsync(any())).willReturn(acquiring);
		return new LockAttempt(lock, Duration.ofSeconds(1), false).enterLater(() -> {
		});
	}

	/**
	 * As when it is completed while it is being cancelled.
	 */
	private static class Unstoppable extends CompletableFuture<HeldLock> {

		@Override
		public boolean cancel(boolean mayInterrupt) {
			return false;
		}

	}

}
