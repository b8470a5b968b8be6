package io.zkhelper.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Finds ports on which nobody listens.
 * <p>
 * Below the range from which the operating system takes the ports of outgoing
 * connections: a client that reconnects again and again would otherwise take the port of
 * a stopped server, sometimes by connecting to itself.
 */
final class FreePorts {

	private static final int FIRST = 15_000;

	private static final int LAST = 32_000;

	private static final int ATTEMPTS = 1_000;

	private final Random random = new Random();

	int one() {
		return some(1).get(0);
	}

	List<Integer> some(int count) {
		List<ServerSocket> held = new ArrayList<>();
		try {
			for (int attempt = 0; attempt < ATTEMPTS && held.size() < count; attempt++) {
				hold(FIRST + this.random.nextInt(LAST - FIRST), held);
			}
			if (held.size() < count) {
				throw new IllegalStateException("No %d free ports from %d to %d".formatted(count, FIRST, LAST));
			}
			return held.stream().map(ServerSocket::getLocalPort).toList();
		}
		finally {
			held.forEach(FreePorts::release);
		}
	}

	private static void hold(int port, List<ServerSocket> held) {
		try {
			held.add(listen(port));
		}
		catch (IOException ex) {
			// Taken, and so is the next attempt's business
		}
	}

	static ServerSocket listen(int port) throws IOException {
		return listen(loopback(port));
	}

	static ServerSocket listen(InetSocketAddress address) throws IOException {
		ServerSocket socket = new ServerSocket();
		try {
			socket.setReuseAddress(true);
			socket.bind(address);
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	static InetSocketAddress loopback(int port) {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
	}

	private static void release(ServerSocket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
