package io.zkhelper.session;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Times were asked for that can't keep the promise of at most one holder. The message has
 * the numbers and the remedy.
 *
 * @since 1.0.0
 */
public class UnsafeTimingException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final @Nullable String name;

	/**
	 * Create the exception.
	 * @param property which of the times is wrong: {@code lease} or {@code takeoverDelay}
	 * @param message the numbers and the remedy
	 */
	public UnsafeTimingException(String property, String message) {
		this(property, message, null, null);
	}

	private UnsafeTimingException(String property, String message, @Nullable String name, @Nullable Throwable cause) {
		super(message, cause);
		this.property = property;
		this.name = name;
	}

	/**
	 * Return this exception for somebody who has to find out which times are meant.
	 * @param kind what the times were asked for, such as {@code Election}
	 * @param name its name
	 * @return an exception with both in its message, caused by this one
	 */
	public UnsafeTimingException of(String kind, String name) {
		return new UnsafeTimingException(this.property, "%s '%s': %s".formatted(kind, name, getMessage()), name, this);
	}

	/**
	 * Return which of the times is wrong.
	 * @return {@code lease} or {@code takeoverDelay}
	 */
	public String property() {
		return this.property;
	}

	/**
	 * Return for what the times were asked.
	 * @return the name of the election, empty if the times are not those of one
	 */
	public Optional<String> name() {
		return Optional.ofNullable(this.name);
	}

}
