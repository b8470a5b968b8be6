package io.zkhelper.boot.election;

/**
 * A method is annotated with {@link LeaderOnly} and can't be guarded, or it is not clear
 * what a skipped call shall return.
 */
class InvalidGuardException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	InvalidGuardException(Object guarded, String problem, String remedy) {
		super("@LeaderOnly on %s can't work: %s".formatted(guarded, problem));
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
