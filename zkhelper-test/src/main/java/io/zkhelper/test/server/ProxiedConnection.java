package io.zkhelper.test.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A client's connection through a proxy, with the connection to the server behind it.
 */
final class ProxiedConnection {

	private final Socket client;

	private final Socket server = new Socket();

	private final Consumer<ProxiedConnection> ended;

	private final List<Thread> threads = new CopyOnWriteArrayList<>();

	private volatile boolean closed;

	ProxiedConnection(Socket client, Consumer<ProxiedConnection> ended) {
		this.client = client;
		this.ended = ended;
	}

	void start(InetSocketAddress address, Direction toServer, Direction toClient) {
		run("connect", () -> connect(address, toServer, toClient));
	}

	private void run(String name, Runnable task) {
		Thread thread = new Thread(task, "tcp-proxy-" + name);
		thread.setDaemon(true);
		this.threads.add(thread);
		thread.start();
		// Whoever closes in between has not seen the new thread
		if (this.closed) {
			thread.interrupt();
		}
	}

	private void connect(InetSocketAddress address, Direction toServer, Direction toClient) {
		try {
			toServer.awaitOpen();
			this.client.setTcpNoDelay(true);
			this.server.setTcpNoDelay(true);
			this.server.connect(address);
			start(new Pipe(this.client, this.server, toServer, this::close));
			start(new Pipe(this.server, this.client, toClient, this::close));
		}
		catch (IOException ex) {
			// The server refuses, and so does the proxy
			close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void start(Pipe pipe) {
		run("read", pipe::read);
		run("write", pipe::write);
	}

	void close() {
		this.closed = true;
		close(this.client);
		close(this.server);
		this.threads.forEach(Thread::interrupt);
		this.ended.accept(this);
	}

	// With a reset, as a cut wire or a crash would be noticed
	private static void close(Socket socket) {
		try {
			socket.setSoLinger(true, 0);
		}
		catch (IOException ex) {
			// Closed already
		}
		try {
			socket.close();
		}
		catch (IOException ex) {
			// There is nothing left to close
		}
	}

	void join() throws InterruptedException {
		for (Thread thread : this.threads) {
			thread.join();
		}
	}

}
