package io.zkhelper.session;

/**
 * How a fenced transaction ended, see {@link ZkClient#commit}.
 *
 * @since 1.0.0
 */
public sealed interface CommitResult {

	/**
	 * Return whether the changes were applied for sure.
	 * @return {@code true} only if they were
	 */
	default boolean isCommitted() {
		return this instanceof Committed;
	}

	/**
	 * All changes were applied, while the guard's holder was the holder.
	 */
	record Committed() implements CommitResult {
	}

	/**
	 * Nothing was applied: the guard's holder is not the holder any more.
	 */
	record Fenced() implements CommitResult {
	}

	/**
	 * Nothing was applied: a change was refused.
	 *
	 * @param refusal the first change that was refused, and why
	 */
	record Refused(Refusal refusal) implements CommitResult {
	}

	/**
	 * Nobody knows: the connection was lost before the answer came. Read what the changes
	 * would have changed before trying again.
	 *
	 * @param refusal what was lost
	 */
	record Unknown(Refusal refusal) implements CommitResult {
	}

}
