package io.zkhelper.election;

import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.CommitResult;

/**
 * Tells everybody what a leader has to say.
 */
@FunctionalInterface
interface Proclaimer {

	/**
	 * Tell everybody.
	 * @param value what the leader has to say
	 * @param valid whether the term holds, as far as this process knows
	 * @return how it ended
	 * @throws IllegalArgumentException if it can't be told
	 */
	CompletionStage<CommitResult> proclaim(Proclaimed value, BooleanSupplier valid);

}
