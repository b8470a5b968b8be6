package io.zkhelper.test.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that are started later.
 */
public final class Ports {

	/** Below those of outgoing connections, which may meet themselves on them. */
	private static final int FIRST = 15_000;

	private static final int LAST = 32_000;

	private Ports() {
	}

	public static int free() {
		int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
		while (!isFree(port)) {
			port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
		}
		return port;
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
