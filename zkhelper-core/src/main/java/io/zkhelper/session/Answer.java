package io.zkhelper.session;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What a server said to one request: a value, or a refusal.
 * <p>
 * A refusal may also mean that nobody knows whether the request was applied, see
 * {@link ZnodeError#isOutcomeUnknown()}.
 *
 * @param <T> the type of the value
 * @param result the value, {@code null} when refused
 * @param refusal why there is no value, {@code null} when there is one
 * @since 1.0.0
 */
public record Answer<T>(@Nullable T result, @Nullable Refusal refusal) {

	public Answer {
		if ((result == null) == (refusal == null)) {
			throw new IllegalArgumentException("An answer has either a result or a refusal");
		}
	}

	/**
	 * Return the answer that carries a value.
	 * @param <T> the type of the value
	 * @param result the value
	 * @return the answer
	 */
	public static <T> Answer<T> of(T result) {
		return new Answer<>(result, null);
	}

	/**
	 * Return the answer that refuses.
	 * @param <T> the type of the value that is missing
	 * @param error what went wrong
	 * @param path the node that it is about
	 * @return the answer
	 */
	public static <T> Answer<T> refused(ZnodeError error, String path) {
		return new Answer<>(null, new Refusal(error, path));
	}

	/**
	 * Return whether there is a value.
	 * @return {@code true} if the request was applied and {@link #value()} can be asked
	 */
	public boolean isOk() {
		return this.refusal == null;
	}

	/**
	 * Return whether the request was refused with this error.
	 * @param error the error to compare with
	 * @return {@code true} if it was
	 */
	public boolean failedWith(ZnodeError error) {
		return this.refusal != null && this.refusal.error() == error;
	}

	/**
	 * Return the value.
	 * @return the value
	 * @throws IllegalStateException if the request was refused
	 */
	public T value() {
		if (this.result == null) {
			throw new IllegalStateException("There is no value: " + this.refusal);
		}
		return this.result;
	}

	/**
	 * Return why there is no value.
	 * @return the refusal
	 * @throws IllegalStateException if there is a value
	 */
	public Refusal why() {
		if (this.refusal == null) {
			throw new IllegalStateException("The request was not refused");
		}
		return this.refusal;
	}

	/**
	 * Return the same answer about another value.
	 * @param <R> the type of the other value
	 * @param mapping makes the other value from this one
	 * @return the mapped answer
	 */
	public <R> Answer<R> map(Function<? super T, ? extends R> mapping) {
		return (this.refusal == null) ? of(mapping.apply(value())) : new Answer<>(null, this.refusal);
	}

}
