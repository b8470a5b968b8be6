package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import org.jspecify.annotations.Nullable;

/**
 * What must hold at every step of a simulation.
 */
final class Invariants {

	private final List<Participation> processes;

	private final List<String> trace;

	private final List<String> violations = new ArrayList<>();

	private final Map<Participation, Leadership> granted = new HashMap<>();

	private @Nullable FencingToken newest;

	Invariants(List<Participation> processes, List<String> trace) {
		this.processes = processes;
		this.trace = trace;
		processes.forEach((process) -> process.election().addListener(new Witness(process)));
	}

	List<String> violations() {
		return this.violations;
	}

	// I1: no two processes see themselves leading
	void check(Duration now) {
		List<Participation> leaders = this.processes.stream().filter(Participation::seesItselfLeading).toList();
		if (leaders.size() > 1) {
			violated(now + " two leaders: " + leaders);
		}
		leaders.forEach((leader) -> leader.election().leadership().ifPresent((term) -> noteToken(now, term)));
	}

	// I2: tokens only grow
	private void noteToken(Duration now, Leadership term) {
		FencingToken token = term.token();
		if (this.newest != null && this.newest.isNewerThan(token)) {
			violated(now + " token " + token + " after " + this.newest);
		}
		this.newest = token;
	}

	private void violated(String what) {
		this.trace.add("VIOLATION " + what);
		this.violations.add(what);
	}

	/**
	 * I6: each grant is followed by one revocation.
	 */
	private final class Witness implements LeadershipListener {

		private final Participation process;

		Witness(Participation process) {
			this.process = process;
		}

		@Override
		public void onGranted(Leadership leadership) {
			Invariants.this.trace.add(this.process + " granted " + leadership);
			if (Invariants.this.granted.put(this.process, leadership) != null) {
				violated(this.process + " was granted a term while it had one");
			}
		}

		@Override
		public void onRevoked(Leadership leadership, LossReason reason) {
			Invariants.this.trace.add(this.process + " revoked " + leadership + " " + reason);
			if (Invariants.this.granted.remove(this.process) != leadership) {
				violated(this.process + " lost a term that it had not");
			}
			if (leadership.isValid()) {
				violated(this.process + " lost a term that is valid");
			}
		}

	}

}
