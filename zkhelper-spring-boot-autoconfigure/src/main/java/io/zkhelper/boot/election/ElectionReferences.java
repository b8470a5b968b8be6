package io.zkhelper.boot.election;

import java.util.LinkedHashSet;
import java.util.Set;

import io.zkhelper.election.LeaderElection;
import org.jspecify.annotations.Nullable;

/**
 * Names of elections that annotations refer to: kept while beans are being made, joined
 * when they are ready.
 */
class ElectionReferences {

	private final Set<String> pending = new LinkedHashSet<>();

	private @Nullable LeaderElections elections;

	/**
	 * Note a name, or join at once where elections are ready.
	 * @param name the name of the election, empty for the default one
	 */
	void add(String name) {
		LeaderElections elections = pendOrGet(name);
		if (elections != null) {
			join(name, elections);
		}
	}

	/**
	 * Join what was noted, and what will be.
	 * @param elections the elections
	 */
	void joinAll(LeaderElections elections) {
		Set<String> names;
		synchronized (this.pending) {
			this.elections = elections;
			names = Set.copyOf(this.pending);
			this.pending.clear();
		}
		names.forEach((name) -> join(name, elections));
	}

	private @Nullable LeaderElections pendOrGet(String name) {
		synchronized (this.pending) {
			if (this.elections == null) {
				this.pending.add(name);
			}
			return this.elections;
		}
	}

	static LeaderElection join(String name, LeaderElections elections) {
		return elections.join(name.isEmpty() ? elections.defaultName() : name);
	}

}
