package io.zkhelper.test.process.ensemble;

import java.net.InetSocketAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zkhelper.test.process.Ports;

/**
 * Where the servers find each other. They go by names, {@code server1} for example, and
 * each has a hosts file of its own: server <em>i</em> takes the name of server <em>j</em>
 * for 127.0.<em>i</em>.<em>j</em>. With <em>i</em> = <em>j</em> that is its own address;
 * on all others a proxy listens. Servers tell each other their names only, and so never
 * get around a proxy.
 *
 * @param quorumPort the port on which each server serves those that follow it
 * @param electionPort the port on which each server takes votes
 */
record Addresses(int quorumPort, int electionPort) {

	static final int SIZE = 3;

	static Addresses free() {
		return new Addresses(Ports.free(), Ports.free());
	}

	/**
	 * Return the address that a server takes for another one's, or its own.
	 */
	static InetSocketAddress of(int from, int to, int port) {
		return new InetSocketAddress("127.0.%d.%d".formatted(from, to), port);
	}

	static String hostsOf(int server) {
		return IntStream.rangeClosed(1, SIZE)
			.mapToObj((other) -> "127.0.%d.%d server%d".formatted(server, other, other))
			.collect(Collectors.joining("\n", "127.0.0.1 localhost\n", "\n"));
	}

	String configuration() {
		return IntStream.rangeClosed(1, SIZE)
			.mapToObj((i) -> "server.%d=server%d:%d:%d".formatted(i, i, this.quorumPort, this.electionPort))
			.collect(Collectors.joining("\n", "", "\n"));
	}

}
