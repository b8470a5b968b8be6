package io.zkhelper.test.memory;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A connection between a client and the server, which may break.
 */
final class Wire {

	private final ClientConnection client;

	private final SimulatedServer server;

	private final Channel toServer;

	private final Channel toClient;

	private volatile boolean broken;

	// Only the server reads and writes these
	private @Nullable ServerConnection connection;

	private boolean left;

	Wire(ClientConnection client, SimulatedServer server, Latency latency) {
		this.client = client;
		this.server = server;
		this.toServer = new Channel(server.loop(), latency);
		this.toClient = new Channel(client.loop(), latency);
	}

	@Nullable ServerConnection connection() {
		return this.connection;
	}

	void setConnection(ServerConnection connection) {
		this.connection = connection;
	}

	/**
	 * The client has gone.
	 */
	void leave() {
		this.left = true;
	}

	boolean isLeft() {
		return this.left || this.broken;
	}

	SimulatedServer server() {
		return this.server;
	}

	void sendToServer(Runnable message) {
		if (!this.broken) {
			this.toServer.send(message);
		}
	}

	void sendToClient(Consumer<ClientConnection> message) {
		if (!this.broken) {
			this.toClient.send(() -> {
				if (this.client.isOn(this)) {
					message.accept(this.client);
				}
			});
		}
	}

	/**
	 * Break at once: what is on its way is lost, and both ends notice.
	 */
	void reset() {
		this.broken = true;
		this.toServer.drop();
		this.toClient.drop();
		this.client.loop().execute(() -> this.client.onReset(this));
		this.server.loop().execute(() -> this.server.onClosed(this));
	}

	/**
	 * Be closed by the server: the client notices when it has got all that was sent.
	 */
	void closeByServer() {
		sendToClient((end) -> end.onReset(this));
	}

	/**
	 * Be closed by the client: the server notices when it has got all that was sent.
	 */
	void closeByClient() {
		sendToServer(() -> this.server.onClosed(this));
	}

	Channel toServer() {
		return this.toServer;
	}

	Channel toClient() {
		return this.toClient;
	}

}
