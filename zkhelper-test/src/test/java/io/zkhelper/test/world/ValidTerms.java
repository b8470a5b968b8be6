package io.zkhelper.test.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;

/**
 * Terms of one election that are valid together.
 */
public final class ValidTerms {

	private ValidTerms() {
	}

	/**
	 * Return terms that were all valid at one instant. Time goes on from one look to the
	 * next, so an earlier one counts only if it is still valid after the last one was.
	 * @param elections the participants, each of which is looked at once
	 */
	public static List<Leadership> of(Stream<LeaderElection> elections) {
		List<Leadership> terms = new ArrayList<>(
				elections.flatMap((election) -> election.leadership().stream()).toList());
		terms.subList(0, Math.max(0, terms.size() - 1)).removeIf((earlier) -> !earlier.isValid());
		return terms;
	}

}
