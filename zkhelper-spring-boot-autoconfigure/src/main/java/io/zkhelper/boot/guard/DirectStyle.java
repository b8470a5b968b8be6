package io.zkhelper.boot.guard;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Methods that are done when they return. Asked to stop, their thread is interrupted.
 *
 * @param hasEmptyValue whether there is a value that says "nothing"
 * @param emptyValue that value
 */
record DirectStyle(boolean hasEmptyValue, @Nullable Object emptyValue) implements CallStyle {

	@Override
	public @Nullable Object run(GuardedCall call) throws Throwable {
		Interruption interruption = new Interruption(Thread.currentThread());
		Optional<RunningCall> running = call.begin(interruption::interrupt);
		return running.isPresent() ? run(running.get(), interruption) : call.skip(this.emptyValue);
	}

	private static @Nullable Object run(RunningCall running, Interruption interruption) throws Throwable {
		Object result = running.proceed(interruption);
		// A future may hide behind another return type
		running.endWith(result);
		return result;
	}

}
