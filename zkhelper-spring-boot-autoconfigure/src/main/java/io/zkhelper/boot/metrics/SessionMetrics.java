package io.zkhelper.boot.metrics;

import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;

/**
 * Meters of the connection.
 *
 * @since 1.0.0
 */
public class SessionMetrics implements MeterBinder {

	private static final double NANOS_PER_SECOND = 1e9;

	private final ZkClient client;

	/**
	 * Create the meters.
	 * @param client the connection
	 */
	public SessionMetrics(ZkClient client) {
		this.client = client;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("zkhelper.session.connected", this.client, SessionMetrics::connected)
			.description("Whether there is a connection to a server that answers for a quorum")
			.register(registry);
		Gauge.builder("zkhelper.session.lease.remaining", this.client, SessionMetrics::leaseRemaining)
			.description("How long what is held stays valid without another heartbeat; not a number when nothing is")
			.baseUnit("seconds")
			.register(registry);
		Gauge.builder("zkhelper.queue.sequence", this.client, ZkClient::highestSequence)
			.description("Highest number of a node in a queue of this instance; servers stop at 2147483647")
			.tag("cell", "default")
			.register(registry);
	}

	private static double connected(ZkClient client) {
		return (client.state() == SessionState.CONNECTED) ? 1 : 0;
	}

	// Not zero when nothing is held: that would look like a lease that has run out
	private static double leaseRemaining(ZkClient client) {
		return client.view()
			.leaseRemaining()
			.map(Duration::toNanos)
			.map((nanos) -> nanos / NANOS_PER_SECOND)
			.orElse(Double.NaN);
	}

}
