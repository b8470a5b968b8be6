package io.zkhelper.test.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.zkhelper.claim.Safety;
import io.zkhelper.election.Leadership;
import io.zkhelper.session.SessionTicket;

/**
 * An election whose participants pass their sessions on, from process to process, now and
 * then to two at once.
 */
final class HandOverWork implements Work {

	static final String QUEUE = ElectionWork.QUEUE;

	private static final String NAME = "reports";

	/** So that there is not always a second one for each ticket. */
	private static final int MAX_CANDIDATES = 5;

	private final Machinery machinery;

	private final Safety safety;

	private final Trace trace;

	private final Fence fence;

	private final List<Candidate> present = new ArrayList<>();

	private final List<Candidate> past = new ArrayList<>();

	private int underWay;

	HandOverWork(Machinery machinery, Safety safety, Trace trace) {
		this.machinery = machinery;
		this.safety = safety;
		this.trace = trace;
		this.fence = new Fence(trace);
		machinery.processes().forEach((process) -> this.present.add(Candidate.join(process, NAME, safety, trace)));
	}

	@Override
	public void act(int process, int amount) {
		if (this.present.isEmpty()) {
			return;
		}
		Candidate one = this.present.get(process % this.present.size());
		if (amount % 2 == 0) {
			passOn(one, amount / 2);
		}
		else {
			one.act(amount / 2);
		}
	}

	private void passOn(Candidate from, int to) {
		this.present.remove(from);
		this.past.add(from);
		this.underWay++;
		from.detach().thenAccept((ticket) -> {
			this.underWay--;
			join(to, ticket);
			if (to % 3 == 0 && this.present.size() < MAX_CANDIDATES) {
				join(to + 1, ticket);
			}
		});
	}

	private void join(int where, Optional<SessionTicket> ticket) {
		List<SimulatedProcess> processes = this.machinery.processes();
		SimulatedProcess process = this.machinery.another(processes.get(where % processes.size()), ticket);
		this.trace.note("%s comes with %s".formatted(process, ticket));
		this.present.add(Candidate.join(process, NAME, this.safety, this.trace));
	}

	private Stream<Candidate> all() {
		return Stream.concat(this.past.stream(), this.present.stream());
	}

	@Override
	public void check() {
		List<Leadership> terms = all().flatMap((candidate) -> candidate.leadership().stream()).toList();
		if (terms.size() > 1) {
			this.trace.violated("I1", "more than one leader: " + terms);
		}
		terms.forEach((term) -> this.fence.write(term.token()));
	}

	@Override
	public void settle() {
		all().forEach(Candidate::settle);
	}

	@Override
	public boolean isTold() {
		return all().noneMatch(Candidate::isUntold);
	}

	@Override
	public boolean isServed() {
		return this.underWay == 0 && all().anyMatch((candidate) -> candidate.leadership().isPresent());
	}

	@Override
	public boolean isTidy() {
		return nodes() == this.present.size();
	}

	private int nodes() {
		return this.machinery.servers().children(QUEUE).size();
	}

	@Override
	public void leave() {
		this.present.forEach(Candidate::leaveForGood);
	}

	@Override
	public boolean isEmpty() {
		return nodes() == 0 && all().allMatch(Candidate::hasBeenTold);
	}

	@Override
	public int grants() {
		return all().mapToInt(Candidate::grants).sum();
	}

}
