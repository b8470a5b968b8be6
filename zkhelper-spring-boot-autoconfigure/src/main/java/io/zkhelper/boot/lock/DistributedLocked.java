package io.zkhelper.boot.lock;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.zkhelper.claim.Safety;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Runs a method under a lock that one call has at a time, in all processes that use the
 * same name. On a class it guards each method that a proxy can guard.
 * <p>
 * The lock is held until the method returns; if it returns a {@code CompletionStage}, a
 * {@code Mono} or a {@code Flux}, until that has completed, failed, or was cancelled. A
 * call that has not got the lock after {@link #waitFor()} is skipped.
 * <p>
 * The lock may be lost while the method runs: to a pause of the process, or because the
 * servers are away. So let what the method writes to refuse old tokens: declare a
 * parameter of type {@link io.zkhelper.lock.HeldLock}, which is filled in.
 * <p>
 * Guards calls from other beans. A method that calls another one of its own object is not
 * seen. A thread that holds a lock can't enter it again: to call another method under the
 * same name throws {@link io.zkhelper.lock.LockDeadlockException}.
 *
 * @since 1.0.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(LockedReflectiveProcessor.class)
public @interface DistributedLocked {

	/**
	 * The name of the lock, up to 200 bytes: text in which <code>${…}</code> is resolved
	 * first, and <code>#{…}</code> is an expression over the parameters of the method, as
	 * in <code>"order-#{#id}"</code>. Expressions read parameters and their properties,
	 * and nothing else: no beans, types, constructors or methods. A call for which one is
	 * {@code null} or empty fails with an {@link IllegalArgumentException}.
	 * @return the name
	 */
	String value();

	/**
	 * The cell in whose ensemble the lock is, with <code>${…}</code> resolved; that of
	 * {@code zkhelper.connect-string} when empty.
	 * @return the name of the cell
	 */
	String cell() default "";

	/**
	 * How long to wait for the lock, as {@code 10s}, {@code 500ms} or {@code PT10S}, with
	 * <code>${…}</code> resolved. With {@code 0s} one look is taken: then the lock may
	 * look busy although the call before in another process has just returned.
	 * @return the duration
	 */
	String waitFor() default "10s";

	/**
	 * What the caller gets when the lock was not to be had.
	 * @return empty, or an exception
	 */
	OnBusy onBusy() default OnBusy.EMPTY;

	/**
	 * The method of the same class to call when the lock was not to be had. It takes the
	 * same parameters, without those of type {@code HeldLock}, and returns the same type.
	 * @return the name of the method
	 */
	String fallbackMethod() default "";

	/**
	 * What the promise rests on; all processes have to choose the same.
	 * @return the level of safety
	 */
	Safety safety() default Safety.STANDARD;

}
