package io.zkhelper.boot.lock;

import java.util.Optional;

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
		DistributedLocksBuilder builder = DistributedLocks.builder(client)
			.instance(this.participant.id())
			.trace(() -> Optional.ofNullable(MDC.get(TRACE)));
		this.listeners.orderedStream().forEach(builder::listener);
		return builder.build();
	}

}
