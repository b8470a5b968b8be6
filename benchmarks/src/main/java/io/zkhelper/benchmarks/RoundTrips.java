package io.zkhelper.benchmarks;

import java.util.List;

/**
 * What the network that everybody goes through is like.
 *
 * @param directPing a read without the proxy
 * @param ping a read through the proxy
 * @param directCreate a write without the proxy
 * @param create a write through the proxy
 */
record RoundTrips(Samples directPing, Samples ping, Samples directCreate, Samples create) {

	static RoundTrips measure(Server server, Effort effort) throws Exception {
		try (RawClient direct = new RawClient(server.direct()); RawClient delayed = new RawClient(server.delayed())) {
			List<Samples> samples = Turns.timed(effort.withCyclesDividedBy(3), direct::ping, delayed::ping,
					direct::create, delayed::create);
			return new RoundTrips(samples.get(0), samples.get(1), samples.get(2), samples.get(3));
		}
	}

	@Override
	public String toString() {
		return """
				The proxy is asked to delay everything by %.2f ms each way; it takes %.2f ms.
				Raw client, median / p90 / p99:
				  read:   %s, without the proxy %s
				  create: %s, without the proxy %s""".formatted(ServerMain.DELAY.toNanos() / 1e6,
				(this.ping.median() - this.directPing.median()) / 2e6, this.ping.millis(), this.directPing.millis(),
				this.create.millis(), this.directCreate.millis());
	}

}
