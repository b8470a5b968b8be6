package io.zkhelper.election;

import io.zkhelper.claim.takeover.Precaution;
import io.zkhelper.claim.takeover.RecordNode;
import io.zkhelper.claim.takeover.TakeoverSpec;
import io.zkhelper.session.Engine;
import io.zkhelper.session.EventLoop;
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

	RecordNode record() {
		return new RecordNode(this.paths.record(), Payloads::isParticipant);
	}

	TakeoverSpec takeover() {
		return new TakeoverSpec(loop(), record(), Payloads.write(this.me),
				new Precaution(this.options.safety(), this.options.lease(), this.options.takeoverDelay()));
	}

}
