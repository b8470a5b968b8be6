package io.zkhelper.boot.election;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.zkhelper.boot.guard.GuardReflectiveProcessor;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Lets a method run only while this instance leads an election; otherwise the call is
 * skipped. On a class it guards each method that a proxy can guard.
 * <p>
 * The decision is made at the call. Leadership may be lost while the method runs: an
 * orderly end of the term waits for the method up to the drain timeout, then interrupts
 * it. A crash or a pause of the process can't be waited for, so let what the method
 * writes to refuse old tokens: declare a parameter of type
 * {@link io.zkhelper.election.Leadership}, which is filled in, or ask
 * {@link CurrentLeadership}.
 * <p>
 * Guards calls from other beans. A method that calls another one of its own object is not
 * seen.
 *
 * @since 1.0.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(GuardReflectiveProcessor.class)
public @interface LeaderOnly {

	/**
	 * The name of the election, with <code>${…}</code> resolved; the default election
	 * when empty.
	 * @return the name
	 */
	String value() default "";

	/**
	 * What the caller gets when the call is skipped.
	 * @return empty, or an exception
	 */
	OnSkip onSkip() default OnSkip.EMPTY;

	/**
	 * The method of the same class to call instead of a skipped one. It takes the same
	 * parameters, without those of type {@code Leadership}, and returns the same type.
	 * @return the name of the method
	 */
	String fallbackMethod() default "";

}
