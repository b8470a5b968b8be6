package io.zkhelper.test.memory;

/**
 * The server's end of a connection.
 */
record ServerConnection(Wire wire, ServerSession session) {

	void send(TreeEvent event) {
		this.wire.sendToClient((client) -> client.onEvent(event));
	}

}
