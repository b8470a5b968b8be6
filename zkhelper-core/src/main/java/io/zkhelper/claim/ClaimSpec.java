package io.zkhelper.claim;

import java.util.UUID;

/**
 * What a claim is for.
 *
 * @param directory the queue
 * @param marker what comes between the identity and the number in the name of a node
 * @param payload what the node says
 * @param identities the nodes that this process has made in that queue
 * @since 1.0.0
 */
@SuppressWarnings("ArrayRecordComponent")
public record ClaimSpec(String directory, String marker, byte[] payload, OwnIdentities identities) {

	String path(String name) {
		return this.directory + "/" + name;
	}

	String newGuid() {
		String guid = UUID.randomUUID().toString();
		this.identities.add(guid);
		return guid;
	}

	String prefix(String guid) {
		return path("_c_" + guid + this.marker);
	}

}
