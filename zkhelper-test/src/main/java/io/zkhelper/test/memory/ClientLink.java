package io.zkhelper.test.memory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * The network between one client process and the servers, as {@link InMemoryZooKeeper}
 * simulates it. A process is known by its event loop: all handles that are opened with
 * one loop go through one link, one after the other.
 * <p>
 * Safe for use by many threads.
 *
 * @since 1.0.0
 */
public final class ClientLink {

	private final SimulatedEnsemble ensemble;

	private final Latency latency;

	private final List<Wire> wires = new CopyOnWriteArrayList<>();

	private final Map<RequestKind, Queue<Loss>> losses = new EnumMap<>(RequestKind.class);

	private volatile int next;

	private volatile boolean cut;

	private volatile boolean silentToServer;

	private volatile boolean silentToClient;

	ClientLink(SimulatedEnsemble ensemble, int next, Latency latency) {
		this.ensemble = ensemble;
		this.next = next;
		this.latency = latency;
		for (RequestKind kind : RequestKind.values()) {
			this.losses.put(kind, new ConcurrentLinkedQueue<>());
		}
	}

	/**
	 * Break the connection, which both sides notice at once. The client may reconnect.
	 */
	public void disconnect() {
		this.wires.forEach(Wire::reset);
	}

	/**
	 * Break the connection, and try a server first when the client connects again.
	 * @param server the number of the server, from 0
	 */
	public void moveTo(int server) {
		this.next = server;
		disconnect();
	}

	/**
	 * Return which server the client is connected to, or tries to be.
	 * @return the number of the server, from 0; empty if the client has no connection
	 */
	public OptionalInt server() {
		return this.wires.stream().mapToInt((wire) -> wire.server().member().number()).findFirst();
	}

	/**
	 * Break the connection, which both sides notice at once, and refuse new ones until
	 * {@link #restore()}.
	 */
	public void cut() {
		this.cut = true;
		disconnect();
	}

	/**
	 * Let nothing pass either way until {@link #restore()}, and tell nobody.
	 */
	public void silence() {
		silenceToServer();
		silenceToClient();
	}

	/**
	 * Let nothing pass that the client sends; what the server sends still arrives.
	 */
	public void silenceToServer() {
		this.silentToServer = true;
		this.wires.forEach((wire) -> wire.toServer().silence());
	}

	/**
	 * Let nothing pass that the server sends; what the client sends still arrives.
	 */
	public void silenceToClient() {
		this.silentToClient = true;
		this.wires.forEach((wire) -> wire.toClient().silence());
	}

	/**
	 * End a cut or a silence. A connection that outlived the silence gets what was sent
	 * meanwhile, in order.
	 */
	public void restore() {
		this.cut = false;
		this.silentToServer = false;
		this.silentToClient = false;
		this.wires.forEach((wire) -> {
			wire.toServer().restore();
			wire.toClient().restore();
		});
	}

	/**
	 * Lose the next request of a kind, or its answer, and break the connection with it.
	 * Called again, it also loses the one after.
	 * @param kind the kind of request
	 * @param loss what of it gets lost
	 */
	public void failNext(RequestKind kind, Loss loss) {
		queueOf(kind).add(loss);
	}

	private Queue<Loss> queueOf(RequestKind kind) {
		Queue<Loss> queue = this.losses.get(kind);
		if (queue == null) {
			throw new IllegalArgumentException("There is no queue for " + kind);
		}
		return queue;
	}

	@Nullable Loss nextLoss(RequestKind kind) {
		return queueOf(kind).poll();
	}

	/**
	 * Try the next server. Called on the client's loop.
	 * @return the connection, empty if it is refused
	 */
	Optional<Wire> connect(ClientConnection client) {
		SimulatedServer server = this.ensemble.server(this.next);
		this.next = (this.next + 1) % this.ensemble.size();
		if (this.cut || !server.isServing()) {
			return Optional.empty();
		}
		Wire wire = new Wire(client, server, this.latency);
		silence(wire);
		this.wires.add(wire);
		return Optional.of(wire);
	}

	int servers() {
		return this.ensemble.size();
	}

	void disconnectFrom(SimulatedServer server) {
		this.wires.stream().filter((wire) -> wire.server() == server).forEach(Wire::reset);
	}

	private void silence(Wire wire) {
		if (this.silentToServer) {
			wire.toServer().silence();
		}
		if (this.silentToClient) {
			wire.toClient().silence();
		}
	}

	void forget(Wire wire) {
		this.wires.remove(wire);
	}

}
