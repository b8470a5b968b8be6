package io.zkhelper.boot.lock;

import java.util.Optional;
import java.util.function.UnaryOperator;

import io.zkhelper.election.Participant;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.DistributedLocksBuilder;
import io.zkhelper.lock.LockListener;
import io.zkhelper.session.ZkClient;
import org.slf4j.MDC;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Makes locks on ensembles that know this instance, and tell the application's listeners.
 *
 * @param participant this instance
 * @param listeners who is told
 */
record ClusterLocks(Participant participant, ObjectProvider<LockListener> listeners) {

	// Where Micrometer and OpenTelemetry keep it for the log
	private static final String TRACE = "traceId";

	DistributedLocks on(ZkClient client) {
		return on(client, UnaryOperator.identity());
	}

	DistributedLocks on(ZkClient client, String cell) {
		return on(client, (listener) -> (listener instanceof CellLockListener telling) ? telling.in(cell) : listener);
	}

	private DistributedLocks on(ZkClient client, UnaryOperator<LockListener> own) {
		DistributedLocksBuilder builder = DistributedLocks.builder(client)
			.instance(this.participant.id())
			.trace(() -> Optional.ofNullable(MDC.get(TRACE)));
		this.listeners.orderedStream().map(own).forEach(builder::listener);
		return builder.build();
	}

}
