package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockTimeoutException;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Locks that a test decides.
 */
class StubLocks {

	/** Names whose lock somebody else has. */
	final Set<String> busy = ConcurrentHashMap.newKeySet();

	/** What was asked for, in order: name and how long to wait. */
	final List<String> asked = new CopyOnWriteArrayList<>();

	/** Names that are held. */
	final List<String> held = new CopyOnWriteArrayList<>();

	final List<LockOptions> options = new CopyOnWriteArrayList<>();

	/** Attempts of busy locks that wait, when they are asked for without a thread. */
	final List<CompletableFuture<HeldLock>> waiting = new CopyOnWriteArrayList<>();

	final LockTimeoutException timeout = mock(LockTimeoutException.class);

	/** Thrown by whoever waits on a thread. */
	volatile InterruptedException interrupt;

	DistributedLocks locks() {
		DistributedLocks locks = mock(DistributedLocks.class);
		given(locks.get(anyString(), any(LockOptions.class))).willAnswer((call) -> {
			this.options.add(call.getArgument(1));
			return new StubLock(call.getArgument(0), this);
		});
		return locks;
	}

	HeldLock hold(String name) {
		this.held.add(name);
		HeldLock hold = mock(HeldLock.class);
		given(hold.name()).willReturn(name);
		given(hold.token()).willReturn(new FencingToken(7, 0));
		willAnswer((call) -> this.held.remove(name)).given(hold).close();
		return hold;
	}

	/**
	 * A lock of {@link StubLocks}.
	 */
	record StubLock(String name, StubLocks locks) implements DistributedLock {

		@Override
		public Optional<HeldLock> tryAcquire(Duration timeout) throws InterruptedException {
			this.locks.asked.add(this.name + " " + timeout);
			if (this.locks.interrupt != null) {
				throw this.locks.interrupt;
			}
			return this.locks.busy.contains(this.name) ? Optional.empty() : Optional.of(this.locks.hold(this.name));
		}

		@Override
		public HeldLock acquire(Duration timeout) throws InterruptedException {
			return tryAcquire(timeout).orElseThrow(() -> this.locks.timeout);
		}

		@Override
		public CompletableFuture<HeldLock> acquireAsync(Duration timeout) {
			this.locks.asked.add(this.name + " " + timeout);
			CompletableFuture<HeldLock> acquiring = new CompletableFuture<>();
			if (this.locks.busy.contains(this.name)) {
				this.locks.waiting.add(acquiring);
			}
			else {
				acquiring.complete(this.locks.hold(this.name));
			}
			return acquiring;
		}

		@Override
		public HeldLock acquire() {
			throw new UnsupportedOperationException();
		}

		@Override
		public CompletableFuture<HeldLock> acquireAsync() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Lock asLock() {
			throw new UnsupportedOperationException();
		}

	}

}
