package io.zkhelper.lock;

import java.time.Duration;
import java.util.function.Function;

import io.zkhelper.claim.Claim;
import io.zkhelper.claim.ClaimSpec;
import io.zkhelper.claim.QueueMemory;
import io.zkhelper.claim.Safety;
import io.zkhelper.claim.takeover.Precaution;
import io.zkhelper.claim.takeover.RecordNode;
import io.zkhelper.claim.takeover.TakeoverSpec;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Session;

/**
 * With what a claim stands in a queue, in one session.
 *
 * @param session the session
 * @param claim the place in the queue
 * @param confirmation the way from being first to holding the lock
 * @param lease how long the lock is held without a heartbeat
 */
record Stand(Session session, Claim claim, Confirmation confirmation, Duration lease) {

	static Stand of(LockClaims claims, LockSpec spec, LockOwner owner, Session session, LockClaim listener) {
		EventLoop loop = claims.context().loop();
		LockOptions options = spec.options();
		// What outlives its session is removed only when it is closed
		QueueMemory memory = options.isPersistent() ? new QueueMemory() : claims.memory(spec.directory());
		Function<String, byte[]> payload = (identity) -> OwnerPayload.write(owner, identity).toBytes();
		Claim claim = new Claim(session, loop, new ClaimSpec(spec.directory(), spec.form(), payload, spec.precedence(),
				memory, options.isCreatingDirectory()), listener);
		Duration lease = options.lease().orElseGet(session.rules()::defaultLease);
		if (options.safety() == Safety.STANDARD) {
			return new Stand(session, claim, new CheckConfirmation(claim, session, loop, lease, listener), lease);
		}
		TakeoverSpec takeover = new TakeoverSpec(loop, new RecordNode(claims.record(spec.name()), (who) -> true),
				OwnerPayload.write(owner), new Precaution(Safety.STRICT, lease, null));
		return new Stand(session, claim, new RecordConfirmation(claim, session, takeover, memory, listener), lease);
	}

}
