package io.zkhelper.boot.election;

/**
 * What the caller of a skipped method gets.
 *
 * @since 1.0.0
 */
public enum OnSkip {

	/**
	 * Nothing, in the words of the return type: {@code void} returns, {@code Optional},
	 * {@code Mono} and {@code Flux} are empty, a {@code CompletionStage} completes with
	 * {@code null}. Other return types are refused at start-up.
	 */
	EMPTY,

	/** A {@link io.zkhelper.election.NotLeaderException}. */
	THROW

}
