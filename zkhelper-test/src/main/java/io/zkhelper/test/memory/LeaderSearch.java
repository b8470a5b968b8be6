package io.zkhelper.test.memory;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Whom a server without a leader asks next: the newest leader, for as long as it may
 * still answer, then older ones, then nobody.
 */
final class LeaderSearch {

	private final SimulatedEnsemble ensemble;

	private final Member member;

	private final Map<QuorumLeader, Long> askedSince = new HashMap<>();

	LeaderSearch(SimulatedEnsemble ensemble, Member member) {
		this.ensemble = ensemble;
		this.member = member;
	}

	@Nullable QuorumLeader next() {
		this.askedSince.values().removeIf((since) -> now() - since > 3 * patience());
		QuorumLeader next = this.ensemble.leaders().filter(this::mayAnswer).findFirst().orElse(null);
		if (next != null) {
			this.askedSince.putIfAbsent(next, now());
		}
		return next;
	}

	private boolean mayAnswer(QuorumLeader candidate) {
		return this.member.accepts(candidate) && this.ensemble.isConnected(this.member, candidate.member())
				&& now() - this.askedSince.getOrDefault(candidate, now()) <= patience();
	}

	private long now() {
		return this.member.timers().now().nanos();
	}

	private long patience() {
		return this.ensemble.settings().silenceLimit().toNanos();
	}

	void end() {
		this.askedSince.clear();
	}

}
