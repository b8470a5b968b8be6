package io.zkhelper.test.process;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.session.Timing;
import io.zkhelper.test.server.TcpProxy;

/**
 * What goes wrong between a server and its clients, one thing after the other.
 *
 * @param server the server
 * @param proxies in front of it, one for each client
 * @param timing tells how long is long
 */
record Trouble(ServerProcess server, List<TcpProxy> proxies, Timing timing) {

	private static final Duration CALM = Duration.ofMillis(1500);

	/**
	 * Make trouble for as long as that, each kind at least once.
	 * @return a stamp from when the last trouble was over
	 */
	long makeFor(Duration duration) {
		long start = System.nanoTime();
		long over;
		int count = 0;
		do {
			Cluster.pass(CALM);
			kinds().get(count++ % kinds().size()).run();
			over = System.nanoTime();
		}
		while (count < kinds().size() || over - start < duration.minus(CALM).toNanos());
		return over;
	}

	private List<Runnable> kinds() {
		return List.of(this.proxies.get(0)::dropConnections, () -> restartAfter(Duration.ZERO),
				() -> cutFor(longerThanALease()), () -> silenceFor(longerThanASession()),
				() -> restartAfter(longerThanASession()), () -> this.proxies.forEach(TcpProxy::dropConnections));
	}

	private Duration longerThanALease() {
		return this.timing.sessionTimeout().dividedBy(2);
	}

	/**
	 * Clients give a session up after 4/3 of its timeout.
	 */
	private Duration longerThanASession() {
		return this.timing.sessionTimeout().multipliedBy(3).dividedBy(2);
	}

	private void restartAfter(Duration away) {
		this.server.stop();
		Cluster.pass(away);
		this.server.start();
	}

	private void cutFor(Duration duration) {
		during(duration, this.proxies.get(1), TcpProxy::cut);
	}

	private void silenceFor(Duration duration) {
		during(duration, this.proxies.get(0), TcpProxy::silence);
	}

	private static void during(Duration duration, TcpProxy proxy, Consumer<TcpProxy> kind) {
		kind.accept(proxy);
		Cluster.pass(duration);
		proxy.restore();
	}

}
