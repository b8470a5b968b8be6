package io.zkhelper.boot.autoconfigure;

/**
 * A property has a value that can't work.
 *
 * @since 1.0.0
 */
public class InvalidPropertyException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final String remedy;

	/**
	 * Create the exception.
	 * @param property the name of the property
	 * @param value its value, not a secret one
	 * @param reason what is wrong, as a sentence without its full stop
	 * @param remedy what to do
	 */
	public InvalidPropertyException(String property, Object value, String reason, String remedy) {
		super("Property '%s' is '%s': %s".formatted(property, value, reason));
		this.property = property;
		this.remedy = remedy;
	}

	/**
	 * Return the name of the property.
	 * @return the name
	 */
	public String property() {
		return this.property;
	}

	/**
	 * Return what to do.
	 * @return the remedy
	 */
	public String remedy() {
		return this.remedy;
	}

}
