package io.zkhelper.boot.metrics;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;

/**
 * Meters of each election. All of them exist from the moment an election is known, so
 * that the first transition is seen as a change from zero.
 *
 * @since 1.0.0
 */
public class LeaderMetrics implements MeterBinder {

	private static final String GRANTED = "granted";

	private static final String OWN = "default";

	private final LeaderElections elections;

	/**
	 * Create the meters.
	 * @param elections the elections that they measure
	 */
	public LeaderMetrics(LeaderElections elections) {
		this.elections = elections;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.elections.forEach((election) -> bind(election, tags(election), registry));
	}

	private Tags tags(LeaderElection election) {
		return Tags.of("election", election.name(), "cell", this.elections.cell(election.name()).orElse(OWN));
	}

	private static void bind(LeaderElection election, Tags tags, MeterRegistry registry) {
		Gauge.builder("zkhelper.leader", election, (known) -> known.isLeader() ? 1 : 0)
			.description("Whether this instance leads the election")
			.tags(tags)
			.register(registry);
		Gauge.builder("zkhelper.leader.term", election, (known) -> known.view().term())
			.description("Number of the term under way, 0 while nobody leads")
			.tags(tags)
			.register(registry);
		transitions(tags, GRANTED, registry);
		for (LossReason reason : LossReason.values()) {
			if (reason != LossReason.VANISHED) {
				transitions(tags, tag(reason), registry);
			}
		}
		handOver(tags, registry);
		election.addListener(new Transitions(tags, registry));
	}

	private static Counter transitions(Tags tags, String reason, MeterRegistry registry) {
		return Counter.builder("zkhelper.leader.transitions")
			.description("Terms that this instance was granted, and that it lost, by reason")
			.tags(tags)
			.tag("reason", reason)
			.register(registry);
	}

	private static Timer handOver(Tags tags, MeterRegistry registry) {
		return Timer.builder("zkhelper.leader.handover")
			.description("Time from being first in the queue to the grant")
			.tags(tags)
			.register(registry);
	}

	private static String tag(LossReason reason) {
		return reason.name().toLowerCase(Locale.ROOT);
	}

	private record Transitions(Tags tags, MeterRegistry registry) implements LeadershipListener {

		@Override
		public void onGranted(Leadership leadership) {
			transitions(this.tags, GRANTED, this.registry).increment();
			handOver(this.tags, this.registry).record(leadership.handOver());
		}

		@Override
		public void onRevoked(Leadership leadership, LossReason reason) {
			transitions(this.tags, tag(reason), this.registry).increment();
		}

	}

}
