package io.zkhelper.election;

import java.util.List;

import io.zkhelper.session.Engine;
import io.zkhelper.session.Paths;

/**
 * Where an election lives.
 *
 * @param candidates the queue of candidates
 * @param record the term record
 * @param history the terms that are over
 * @param value what the leader has proclaimed
 */
record ElectionPaths(String candidates, String record, String history, String value) {

	static ElectionPaths of(Engine engine, String election) {
		String base = engine.path("elections", Paths.segment("an election", election));
		return new ElectionPaths(base + "/candidates", base + "/leader", base + "/history", base + "/value");
	}

	/**
	 * The same nodes as users see them, below the path that a connect string ends with.
	 */
	ElectionPaths within(String chroot) {
		int start = chroot.length();
		return new ElectionPaths(this.candidates.substring(start), this.record.substring(start),
				this.history.substring(start), this.value.substring(start));
	}

	/**
	 * The nodes that must be protected where anything is.
	 */
	List<String> toProtect() {
		String election = Paths.parentOf(this.record);
		return List.of(Paths.parentOf(Paths.parentOf(election)), Paths.parentOf(election), election, this.candidates,
				this.record);
	}

	String candidate(String name) {
		return this.candidates + "/" + name;
	}

	String pastTerm(long number) {
		return this.history + "/%019d".formatted(number);
	}

}
