package io.zkhelper.boot.autoconfigure.embedded;

import io.zkhelper.boot.autoconfigure.ZkHelperConnectionDetails;
import io.zkhelper.boot.embedded.EmbeddedServer;

/**
 * Where the embedded server is, whichever process on this machine runs it.
 */
final class EmbeddedServerConnectionDetails implements ZkHelperConnectionDetails {

	private final EmbeddedServer server;

	EmbeddedServerConnectionDetails(EmbeddedServer server) {
		this.server = server;
	}

	@Override
	public String connectString() {
		return this.server.connectString();
	}

}
