package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.zookeeper.data.Id;

/**
 * The server's end of a connection. Requests are answered in order: while one is with the
 * leader of the ensemble, those behind it wait.
 */
final class ServerConnection {

	private final Wire wire;

	private final long session;

	private final Duration timeout;

	private final Set<Id> identities = new LinkedHashSet<>();

	private final Queue<Consumer<Runnable>> waiting = new ArrayDeque<>();

	private boolean busy;

	private boolean closing;

	ServerConnection(Wire wire, long session, Duration timeout) {
		this.wire = wire;
		this.session = session;
		this.timeout = timeout;
	}

	Wire wire() {
		return this.wire;
	}

	long session() {
		return this.session;
	}

	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return who the client has said it is.
	 */
	Set<Id> identities() {
		return this.identities;
	}

	void send(TreeEvent event) {
		this.wire.sendToClient((client) -> client.onEvent(event));
	}

	/**
	 * The client has said goodbye, and is to be told when that is done.
	 */
	void close() {
		this.closing = true;
	}

	boolean isClosing() {
		return this.closing;
	}

	/**
	 * Process a request when those before it are answered.
	 * @param request processes it, and runs what it is given when it is answered
	 */
	void process(Consumer<Runnable> request) {
		this.waiting.add(request);
		proceed();
	}

	private void proceed() {
		while (!this.busy && !this.waiting.isEmpty()) {
			this.busy = true;
			this.waiting.remove().accept(this::onAnswered);
		}
	}

	private void onAnswered() {
		this.busy = false;
		proceed();
	}

}
