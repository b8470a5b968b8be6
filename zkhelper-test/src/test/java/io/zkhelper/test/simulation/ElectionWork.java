package io.zkhelper.test.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.zkhelper.claim.Safety;
import io.zkhelper.election.Leadership;
import io.zkhelper.test.memory.InMemoryZooKeeper;

/**
 * Two elections, in which each process takes part.
 */
final class ElectionWork implements Work {

	static final String QUEUE = "/zkhelper/elections/reports/candidates";

	private static final List<String> NAMES = List.of("reports", "mails");

	private final InMemoryZooKeeper servers;

	private final int processes;

	private final Map<String, List<Candidate>> elections = new LinkedHashMap<>();

	private final Map<String, Fence> fences = new LinkedHashMap<>();

	private final Trace trace;

	ElectionWork(Machinery machinery, Safety safety, Trace trace) {
		this.servers = machinery.servers();
		this.processes = machinery.processes().size();
		this.trace = trace;
		for (String name : NAMES) {
			this.fences.put(name, new Fence(trace));
			this.elections.put(name,
					machinery.processes()
						.stream()
						.map((process) -> Candidate.join(process, name, safety, trace))
						.toList());
		}
	}

	private Stream<Candidate> candidates() {
		return this.elections.values().stream().flatMap(List::stream);
	}

	@Override
	public void act(int process, int amount) {
		this.elections.get(NAMES.get(amount % NAMES.size())).get(process).act(amount / NAMES.size());
	}

	@Override
	public void check() {
		this.elections.forEach(this::check);
	}

	private void check(String name, List<Candidate> candidates) {
		List<Leadership> terms = candidates.stream().flatMap((candidate) -> candidate.leadership().stream()).toList();
		if (terms.size() > 1) {
			this.trace.violated("I1", "more than one leader of " + name + ": " + terms);
		}
		terms.forEach((term) -> this.fences.get(name).write(term.token()));
	}

	@Override
	public void settle() {
		candidates().forEach(Candidate::settle);
	}

	@Override
	public boolean isTold() {
		return candidates().noneMatch(Candidate::isUntold);
	}

	@Override
	public boolean isServed() {
		return this.elections.values()
			.stream()
			.allMatch((candidates) -> candidates.stream().anyMatch((candidate) -> candidate.leadership().isPresent()));
	}

	@Override
	public boolean isTidy() {
		return NAMES.stream().allMatch((name) -> nodes(name) == this.processes);
	}

	private int nodes(String name) {
		return this.servers.children("/zkhelper/elections/" + name + "/candidates").size();
	}

	@Override
	public void leave() {
		candidates().forEach(Candidate::leave);
	}

	@Override
	public boolean isEmpty() {
		return NAMES.stream().allMatch((name) -> nodes(name) == 0) && candidates().allMatch(Candidate::hasBeenTold);
	}

	@Override
	public int grants() {
		return candidates().mapToInt(Candidate::grants).sum();
	}

}
