package io.zkhelper.claim;

import java.util.function.Function;

/**
 * What a claim is for.
 *
 * @param directory the queue
 * @param form what its nodes look like
 * @param payload what the node says, given the identity of the contender
 * @param precedence who has to go before the contender may hold
 * @param memory what this process remembers of that queue
 * @param makesDirectory whether to make the directory where it is missing
 * @since 1.0.0
 */
public record ClaimSpec(String directory, NodeForm form, Function<String, byte[]> payload, Precedence precedence,
		QueueMemory memory, boolean makesDirectory) {

	String path(String name) {
		return this.directory + "/" + name;
	}

}
