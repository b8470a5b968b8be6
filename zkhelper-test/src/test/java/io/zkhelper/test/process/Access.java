package io.zkhelper.test.process;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zkhelper.test.process.ensemble.ServerEnsemble;
import io.zkhelper.test.server.TcpProxy;
import org.awaitility.Awaitility;

/**
 * How one process reaches the servers of an ensemble: by a proxy for each.
 *
 * @param proxies in front of the servers
 */
record Access(List<TcpProxy> proxies) implements AutoCloseable {

	static Access to(ServerEnsemble ensemble) {
		return new Access(ServerEnsemble.numbers().mapToObj((i) -> TcpProxy.to(ensemble.clientPort(i))).toList());
	}

	String connectString() {
		return this.proxies.stream().map(TcpProxy::connectString).collect(Collectors.joining(","));
	}

	/**
	 * Return the server to which the process is connected, 0 when it is between two.
	 */
	int server() {
		return ServerEnsemble.numbers().filter((i) -> proxy(i).connections() == 1).reduce(0, (one, other) -> other);
	}

	private TcpProxy proxy(int server) {
		return this.proxies.get(server - 1);
	}

	/**
	 * Have the process connected to that server, by leaving it no other.
	 */
	void moveTo(int server) {
		if (server() != server) {
			keepTo(server);
			Awaitility.await("a connection to server " + server)
				.atMost(Duration.ofSeconds(120))
				.until(() -> server() == server);
			others(server, TcpProxy::restore);
		}
	}

	/**
	 * Leave the process no other server, until {@link #restore()}.
	 */
	void keepTo(int server) {
		others(server, TcpProxy::cut);
	}

	private void others(int server, Consumer<TcpProxy> action) {
		IntStream.rangeClosed(1, this.proxies.size()).filter((i) -> i != server).mapToObj(this::proxy).forEach(action);
	}

	/**
	 * Keep the process from a server, or from all of them.
	 * @param server the server, 0 for all
	 * @param fault how
	 */
	void part(int server, Consumer<TcpProxy> fault) {
		IntStream.rangeClosed(1, this.proxies.size())
			.filter((i) -> server == 0 || i == server)
			.mapToObj(this::proxy)
			.forEach(fault);
	}

	void restore() {
		this.proxies.forEach(TcpProxy::restore);
	}

	@Override
	public void close() {
		this.proxies.forEach(TcpProxy::close);
	}

}
