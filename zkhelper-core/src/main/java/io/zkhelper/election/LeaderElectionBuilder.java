package io.zkhelper.election;

import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkClient;

/**
 * Describes a participant of an election.
 *
 * @since 1.0.0
 */
public final class LeaderElectionBuilder {

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
	 * @throws io.zkhelper.session.UnsafeTimingException if lease and takeover delay can't
	 * be safe under the client's times
	 */
	public LeaderElection build() {
		throw new UnsupportedOperationException();
	}

}
