package io.zkhelper.test.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.zkhelper.test.fault.Campaign.Trial;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Finds the points of scenarios by running them.
 */
final class Enumeration {

	/** How the lines of the points begin that are wanted. */
	private static final String ONLY = System.getProperty("zkhelper.faults.only", "");

	private final Campaign campaign;

	Enumeration(Campaign campaign) {
		this.campaign = campaign;
	}

	/**
	 * Return one trial for each request of each scenario and each fault.
	 */
	List<Trial> singles(List<Scenario> all) throws InterruptedException, ExecutionException {
		List<Scenario> scenarios = all.stream().filter((scenario) -> isWanted(scenario + "; []")).toList();
		List<Outcome> both = record(Stream.concat(scenarios.stream(), scenarios.stream()).toList());
		List<Outcome> quiet = both.subList(0, scenarios.size());
		List<Outcome> again = both.subList(scenarios.size(), both.size());
		List<Trial> trials = new ArrayList<>();
		for (int i = 0; i < scenarios.size(); i++) {
			Set<SentFrame> stable = Set.copyOf(again.get(i).following());
			next(quiet.get(i)).filter((trial) -> stable.contains(trial.last().sent())).forEach(trials::add);
		}
		System.out.printf(
				"%d scenarios have sent %d requests, and %d the second time; %d points at what came both times%n",
				scenarios.size(), requests(quiet), requests(again), trials.size());
		return trials;
	}

	// A pair begins with its first fault
	private static boolean isWanted(String line) {
		return line.startsWith(ONLY) || ONLY.startsWith(line.substring(0, line.length() - 1));
	}

	/**
	 * Whether not all points are wanted.
	 */
	static boolean isNarrowed() {
		return !ONLY.isEmpty();
	}

	private List<Outcome> record(List<Scenario> scenarios) throws InterruptedException, ExecutionException {
		List<Outcome> quiet = this.campaign
			.runAll(scenarios.stream().map((scenario) -> new Trial(scenario, List.of())).toList());
		assertThat(quiet).as("courses without a fault").allMatch((outcome) -> outcome.verdict() == Verdict.PASSED);
		return quiet;
	}

	private static int requests(List<Outcome> outcomes) {
		return outcomes.stream().mapToInt((outcome) -> outcome.following().size()).sum();
	}

	/**
	 * Return one trial for each request that comes after the fault of a course, and each
	 * fault that may follow.
	 */
	static Stream<Trial> next(Outcome outcome) {
		return outcome.following()
			.stream()
			.flatMap((sent) -> FaultPoint.allAt(sent).stream())
			.map((point) -> new Trial(outcome.scenario(), append(outcome.points(), point)))
			.filter((trial) -> isWanted(trial.toString()));
	}

	private static List<FaultPoint> append(List<FaultPoint> points, FaultPoint last) {
		return Stream.concat(points.stream(), Stream.of(last)).toList();
	}

	/**
	 * Return so many of them, the same each time.
	 */
	static List<Trial> sample(List<Trial> trials, long size) {
		List<Trial> shuffled = new ArrayList<>(trials);
		Collections.shuffle(shuffled, new Random(4711));
		return shuffled.stream().limit(size).toList();
	}

}
