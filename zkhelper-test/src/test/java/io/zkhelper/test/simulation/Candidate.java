package io.zkhelper.test.simulation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.Safety;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LeaderWork;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.session.SessionTicket;
import org.jspecify.annotations.Nullable;

/**
 * A process in one election. Checks that its events come in pairs (I6).
 */
final class Candidate implements LeadershipListener {

	private final SimulatedProcess process;

	private final LeaderElection election;

	private final Trace trace;

	private final Queue<LeaderWork> inFlight = new ArrayDeque<>();

	private @Nullable Leadership granted;

	private int grants;

	private Candidate(SimulatedProcess process, LeaderElection election, Trace trace) {
		this.process = process;
		this.election = election;
		this.trace = trace;
	}

	static Candidate join(SimulatedProcess process, String name, Safety safety, Trace trace) {
		Participant participant = new Participant(process.toString(), "host", 1, "", Map.of(), Instant.EPOCH);
		LeaderElection election = LeaderElection.builder(process.client(), name)
			.participant(participant)
			.options(ElectionOptions.DEFAULT.withSafety(safety))
			.build();
		Candidate candidate = new Candidate(process, election, trace);
		election.addListener(candidate);
		election.start();
		return candidate;
	}

	/**
	 * Do what users and operators may do.
	 */
	void act(int what) {
		switch (what % 8) {
			case 0 -> act("resigns", this.election::resign);
			case 1 -> act("pauses", this.election::pause);
			case 2, 3 -> act("resumes", this.election::resume);
			case 4 -> act("leaves", this.election::stop);
			case 5 -> act("joins", this.election::start);
			case 6 -> this.election.startWork(this::finish).ifPresent(this.inFlight::add);
			default -> finish();
		}
	}

	private void act(String what, Runnable deed) {
		this.trace.note(this + " " + what);
		deed.run();
	}

	private void finish() {
		Optional.ofNullable(this.inFlight.poll()).ifPresent(LeaderWork::close);
	}

	void settle() {
		while (!this.inFlight.isEmpty()) {
			finish();
		}
		this.election.start();
		this.election.resume();
	}

	void leave() {
		this.election.stop();
	}

	void leaveForGood() {
		this.process.client().closeAsync();
	}

	/**
	 * Leave the session to somebody else.
	 */
	CompletionStage<Optional<SessionTicket>> detach() {
		this.trace.note(this + " passes its session on");
		return this.process.client().detach();
	}

	/**
	 * Return its term if it sees itself leading.
	 */
	Optional<Leadership> leadership() {
		return (this.process.isAwake() && this.election.isLeader()) ? this.election.leadership() : Optional.empty();
	}

	/**
	 * Return whether it has lost its term and does not know.
	 */
	boolean isUntold() {
		return this.granted != null && !this.granted.isValid();
	}

	boolean hasBeenTold() {
		return this.granted == null;
	}

	int grants() {
		return this.grants;
	}

	@Override
	public void onGranted(Leadership leadership) {
		this.trace.note(this + " is granted " + leadership);
		this.grants++;
		if (this.granted != null) {
			this.trace.violated("I6", this + " was granted a term while it had one");
		}
		this.granted = leadership;
	}

	@Override
	public void onRevoked(Leadership leadership, LossReason reason) {
		this.trace.note("%s has lost %s: %s".formatted(this, leadership, reason));
		if (this.granted != leadership) {
			this.trace.violated("I6", this + " lost a term that it had not");
		}
		if (leadership.isValid()) {
			this.trace.violated("I6", this + " lost a term that is valid");
		}
		this.granted = null;
	}

	@Override
	public String toString() {
		return this.process + " in " + this.election.name();
	}

}
