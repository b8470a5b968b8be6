package io.zkhelper.claim.takeover;

import java.time.Duration;
import java.util.Optional;

import io.zkhelper.claim.Safety;
import io.zkhelper.session.LeaseRules;
import org.jspecify.annotations.Nullable;

/**
 * What is done lest two hold at once.
 *
 * @param safety what the promise rests on
 * @param lease how long somebody holds without another heartbeat; {@code null} for the
 * longest that survives one lost heartbeat
 * @param takeoverDelay how long to wait at least after an unclean end; {@code null} for
 * the predecessor's lease with the assumed errors
 * @since 1.0.0
 */
public record Precaution(Safety safety, @Nullable Duration lease, @Nullable Duration takeoverDelay) {

	Duration lease(LeaseRules rules) {
		return Optional.ofNullable(this.lease).orElseGet(rules::defaultLease);
	}

}
