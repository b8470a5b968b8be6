package io.zkhelper.boot.guard;

import java.lang.annotation.Annotation;

/**
 * A method is annotated and can't be guarded, or it is not clear what that would mean.
 *
 * @since 1.0.0
 */
public class InvalidGuardException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	/**
	 * Create the exception.
	 * @param annotation the annotation
	 * @param guarded what is annotated
	 * @param problem why it can't work, as the end of a sentence
	 * @param remedy what to do about it
	 */
	public InvalidGuardException(Class<? extends Annotation> annotation, Object guarded, String problem,
			String remedy) {
		super("@%s on %s can't work: %s".formatted(annotation.getSimpleName(), guarded, problem));
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
