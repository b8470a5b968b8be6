package io.zkhelper.claim;

/**
 * What a claim is for.
 *
 * @param directory the queue
 * @param marker what comes between the identity and the number in the name of a node
 * @param payload what the node says
 * @param memory what this process remembers of that queue
 * @since 1.0.0
 */
@SuppressWarnings("ArrayRecordComponent")
public record ClaimSpec(String directory, String marker, byte[] payload, QueueMemory memory) {

	String path(String name) {
		return this.directory + "/" + name;
	}

	String prefix(String guid) {
		return path("_c_" + guid + this.marker);
	}

}
