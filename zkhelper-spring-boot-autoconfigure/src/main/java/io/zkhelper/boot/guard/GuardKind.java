package io.zkhelper.boot.guard;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;

/**
 * An annotation that guards methods, and what it means.
 *
 * @param <A> the annotation
 * @since 1.0.0
 */
public interface GuardKind<A extends Annotation> {

	/**
	 * Return the annotation.
	 * @return its type
	 */
	Class<A> annotation();

	/**
	 * Return the attribute that says what the caller of a skipped call gets, by the type
	 * that is named after it: {@code EMPTY} or {@code THROW}.
	 * @return the type of the attribute
	 */
	Class<? extends Enum<?>> choice();

	/**
	 * Return the type of parameters that are filled in.
	 * @return the type
	 */
	Class<?> parameter();

	/**
	 * Read an annotation.
	 * @param annotation the annotation
	 * @param method the method that it guards
	 * @param placeholders resolves <code>${…}</code>
	 * @return what lets calls through
	 * @throws InvalidGuardException if the annotation can't work
	 */
	Gate read(A annotation, Method method, UnaryOperator<String> placeholders);

}
