package io.zkhelper.test.process.ensemble;

import java.util.List;

import io.zkhelper.test.server.TcpProxy;

/**
 * All connections that one server makes to another.
 *
 * @param from who connects
 * @param to to whom
 * @param proxies in between, for the quorum's and the election's port
 */
record Link(int from, int to, List<TcpProxy> proxies) implements AutoCloseable {

	static Link of(int from, int to, Addresses addresses) {
		return new Link(from, to,
				List.of(proxy(from, to, addresses.quorumPort()), proxy(from, to, addresses.electionPort())));
	}

	private static TcpProxy proxy(int from, int to, int port) {
		return TcpProxy.between(Addresses.of(from, to, port), Addresses.of(to, to, port));
	}

	boolean joins(int one, int other) {
		return (this.from == one && this.to == other) || (this.from == other && this.to == one);
	}

	void silence() {
		this.proxies.forEach(TcpProxy::silence);
	}

	void restore() {
		this.proxies.forEach(TcpProxy::restore);
	}

	@Override
	public void close() {
		this.proxies.forEach(TcpProxy::close);
	}

}
