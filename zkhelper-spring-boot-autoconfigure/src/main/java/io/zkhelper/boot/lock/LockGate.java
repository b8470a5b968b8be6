package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.function.Supplier;

import io.zkhelper.boot.guard.Attempt;
import io.zkhelper.boot.guard.Gate;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockOptions;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls of a method through one by one.
 *
 * @param annotation what the method asks for
 * @param name makes the name of the lock
 * @param waitFor how long to wait
 * @param options how the lock is taken
 * @param locks the locks
 */
record LockGate(DistributedLocked annotation, LockName name, Duration waitFor, LockOptions options,
		Supplier<DistributedLocks> locks) implements Gate {

	@Override
	public boolean isThrowing() {
		return this.annotation.onBusy() == OnBusy.THROW;
	}

	@Override
	public String fallbackMethod() {
		return this.annotation.fallbackMethod();
	}

	@Override
	public Attempt attempt(@Nullable Object[] arguments) {
		String lock = this.name.evaluate(arguments);
		return new LockAttempt(this.locks.get().get(lock, this.options), this.waitFor, isThrowing());
	}

}
