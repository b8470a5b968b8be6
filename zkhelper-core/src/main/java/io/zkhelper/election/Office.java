package io.zkhelper.election;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.Engine;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.LeaseRules;
import io.zkhelper.session.ZkClient;

/**
 * What all parts of one campaign work with.
 *
 * @param client the connection
 * @param engine what is behind it
 * @param paths where the election lives
 * @param me who takes part
 * @param options how
 */
record Office(ZkClient client, Engine engine, ElectionPaths paths, Participant me, ElectionOptions options) {

	EventLoop loop() {
		return this.engine.loop();
	}

	/**
	 * How long a term of ours holds without a heartbeat.
	 */
	Duration lease(LeaseRules rules) {
		return Optional.ofNullable(this.options.lease()).orElseGet(rules::defaultLease);
	}

	static List<Change.Check> check(String path) {
		return List.of(new Change.Check(path, Change.ANY_VERSION));
	}

}
