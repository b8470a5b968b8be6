package io.zkhelper.boot.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listened on a moment ago, below those of outgoing connections: a
 * client that connects to a stopped server could be given the server's port.
 */
public final class FreePort {

	private static final int FIRST = 15_000;

	private static final int LAST = 32_000;

	private FreePort() {
	}

	public static int next() {
		return ThreadLocalRandom.current().ints(FIRST, LAST).filter(FreePort::isFree).findFirst().orElseThrow();
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
