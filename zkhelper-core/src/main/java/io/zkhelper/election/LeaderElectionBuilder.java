package io.zkhelper.election;

import java.time.Duration;
import java.util.Optional;

import io.zkhelper.session.Engine;
import io.zkhelper.session.LeaseRules;
import io.zkhelper.session.LocalHost;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Timing;
import io.zkhelper.session.UnsafeTimingException;
import io.zkhelper.session.ZkClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Describes a participant of an election.
 *
 * @since 1.0.0
 */
public final class LeaderElectionBuilder {

	private static final Logger logger = LoggerFactory.getLogger(LeaderElection.class);

	private final ZkClient client;

	private final String name;

	private Participant participant = Participant.of(LocalHost.name() + "-" + ProcessHandle.current().pid());

	private ElectionOptions options = ElectionOptions.DEFAULT;

	LeaderElectionBuilder(ZkClient client, String name) {
		Paths.segment("an election", name);
		this.client = client;
		this.name = name;
	}

	/**
	 * Say who takes part; by default somebody named by host and process.
	 * @param participant the participant
	 * @return this builder
	 */
	public LeaderElectionBuilder participant(Participant participant) {
		this.participant = participant;
		return this;
	}

	/**
	 * Say how it takes part.
	 * @param options the options
	 * @return this builder
	 */
	public LeaderElectionBuilder options(ElectionOptions options) {
		this.options = options;
		return this;
	}

	/**
	 * Make the participant, which takes part from {@link LeaderElection#start()} on.
	 * @return the election
	 * @throws UnsafeTimingException if lease and takeover delay can't be safe under the
	 * client's times
	 */
	public LeaderElection build() {
		Payloads.requireFits(this.participant);
		LeaseRules rules = new LeaseRules(timing(), timing().sessionTimeout());
		Duration lease = Optional.ofNullable(this.options.lease()).orElseGet(rules::defaultLease);
		check(lease, rules);
		if (!rules.survivesReconnect(lease)) {
			logger.warn(
					"Election '{}': a lease of {} may lapse whenever the client has to reconnect, which can take 2.1 s."
							+ " A session timeout of 12 s or more makes room for that",
					this.name, lease);
		}
		return Table.inQueue(this.client, this.name, this.participant, this.options);
	}

	private void check(Duration lease, LeaseRules rules) {
		Duration takeoverDelay = Optional.ofNullable(this.options.takeoverDelay())
			.orElseGet(() -> rules.takeoverDelay(lease));
		try {
			rules.check(lease, takeoverDelay);
		}
		catch (UnsafeTimingException ex) {
			throw ex.of("Election", this.name);
		}
	}

	private Timing timing() {
		return Engine.of(this.client).options().timing();
	}

}
