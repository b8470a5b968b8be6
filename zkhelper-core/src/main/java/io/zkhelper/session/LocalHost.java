package io.zkhelper.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The name of the machine.
 *
 * @since 1.0.0
 */
public final class LocalHost {

	private LocalHost() {
	}

	/**
	 * Return the name, from the variable {@code HOSTNAME} if it is there, otherwise from
	 * the name server.
	 * @return the name, {@code localhost} if there is none
	 */
	public static String name() {
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
