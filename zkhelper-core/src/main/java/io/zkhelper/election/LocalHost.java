package io.zkhelper.election;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The name of the machine.
 */
final class LocalHost {

	private LocalHost() {
	}

	static String name() {
		// The variable comes first, since a look-up may block for seconds on a machine
		// whose name server is away
		return Optional.ofNullable(System.getenv("HOSTNAME"))
			.filter((name) -> !name.isBlank())
			.orElseGet(LocalHost::lookUp);
	}

	private static String lookUp() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "localhost";
		}
	}

}
