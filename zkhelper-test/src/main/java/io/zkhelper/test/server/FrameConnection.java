package io.zkhelper.test.server;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.test.server.RequestLog.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection through a {@link FrameProxy}: one thread for requests, another
 * one for answers.
 */
final class FrameConnection {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** No request has this number, and the greeting has none. */
	private static final int GREETING = Integer.MIN_VALUE;

	private final Socket client;

	private final Socket server = new Socket();

	private final FrameProxy proxy;

	private final Outstanding outstanding = new Outstanding();

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	private volatile State state = State.OPEN;

	FrameConnection(Socket client, FrameProxy proxy) {
		this.client = client;
		this.proxy = proxy;
	}

	void start(int serverPort) {
		run("requests", () -> {
			this.client.setTcpNoDelay(true);
			this.server.setTcpNoDelay(true);
			this.server.connect(FreePorts.loopback(serverPort));
			run("answers", this::forwardAnswers, this::onServerGone);
			forwardRequests();
		}, this::onClientGone);
	}

	private void run(String name, Forwarding forwarding, Runnable end) {
		Thread thread = new Thread(() -> {
			try {
				forwarding.run();
			}
			catch (IOException ex) {
				// One side is gone, as is the other one at once
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				end.run();
			}
		}, "frame-proxy-" + name);
		thread.setDaemon(true);
		this.threads.add(thread);
		thread.start();
	}

	private void forwardRequests() throws IOException, InterruptedException {
		DataInputStream in = in(this.client);
		boolean greeting = true;
		for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
			// What comes later is lost as well
			if (this.state == State.OPEN) {
				onRequest(frame, greeting);
			}
			greeting = false;
		}
	}

	private void onRequest(Frame frame, boolean greeting) throws IOException, InterruptedException {
		Entry request = this.proxy.log().arrived(greeting ? "connect" : frame.operation());
		if (request.reachesServer()) {
			this.outstanding.add(greeting ? GREETING : frame.xid(), request);
			frame.writeTo(this.server.getOutputStream());
			return;
		}
		this.outstanding.awaitAnswers(PATIENCE);
		if (request.suffers(FrameFault.RECONNECT_REFUSED)) {
			this.proxy.refuseNext();
		}
		strike(request, request.suffers(FrameFault.SILENCE) ? State.SILENT : State.BROKEN);
	}

	private void forwardAnswers() throws IOException {
		DataInputStream in = in(this.server);
		boolean greeting = true;
		for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
			if (this.state == State.OPEN) {
				onAnswer(frame, this.outstanding.answered(greeting ? GREETING : frame.xid()));
			}
			greeting = false;
		}
	}

	private void onAnswer(Frame frame, @Nullable Entry request) throws IOException {
		if (request != null && request.suffers(FrameFault.ANSWER_LOST)) {
			strike(request, State.BROKEN);
			return;
		}
		frame.writeTo(this.client.getOutputStream());
		if (request != null) {
			this.outstanding.remove(request);
			if (request.suffers(FrameFault.CUT_AFTER_ANSWER)) {
				strike(request, State.BROKEN);
			}
		}
	}

	private static DataInputStream in(Socket socket) throws IOException {
		return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
	}

	private void strike(Entry request, State next) {
		this.state = next;
		request.happened();
		if (next == State.BROKEN) {
			close(this.server);
			endOutput();
		}
	}

	// Not by a reset, which would take answers along that the client has not read yet
	private void endOutput() {
		try {
			this.client.shutdownOutput();
		}
		catch (IOException ex) {
			close(this.client);
		}
	}

	private void onServerGone() {
		this.outstanding.end();
		close(this.server);
		if (this.state == State.OPEN) {
			endOutput();
		}
		endIfOver();
	}

	private void onClientGone() {
		close(this.client);
		if (this.state != State.SILENT) {
			close(this.server);
		}
		endIfOver();
	}

	private void endIfOver() {
		if (this.client.isClosed() && this.server.isClosed()) {
			this.proxy.ended(this);
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// There is nothing left to close
		}
	}

	void close() {
		close(this.client);
		close(this.server);
		this.threads.forEach(Thread::interrupt);
	}

	void join() throws InterruptedException {
		for (Thread thread : this.threads) {
			thread.join();
		}
	}

	/**
	 * What passes.
	 */
	private enum State {

		/** Everything. */
		OPEN,

		/** Nothing, and both sides know. */
		BROKEN,

		/** Nothing, and nobody knows. */
		SILENT

	}

	/**
	 * What a thread of a connection does.
	 */
	private interface Forwarding {

		void run() throws IOException, InterruptedException;

	}

}
