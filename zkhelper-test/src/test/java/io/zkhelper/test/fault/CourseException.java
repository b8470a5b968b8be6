package io.zkhelper.test.fault;

/**
 * Ends a course that went wrong.
 */
final class CourseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Verdict verdict;

	CourseException(Verdict verdict, String message) {
		super(message);
		this.verdict = verdict;
	}

	CourseException(Throwable cause) {
		super(cause.toString(), cause);
		this.verdict = Verdict.FAILED;
	}

	Verdict verdict() {
		return this.verdict;
	}

}
