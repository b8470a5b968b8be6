package io.zkhelper.test.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.zkhelper.test.fault.Campaign.Trial;
import io.zkhelper.test.server.FrameFault;

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
		List<Scenario> scenarios = all.stream().filter(Enumeration::isWanted).toList();
		List<Outcome> quiet = record(scenarios);
		List<Outcome> again = record(scenarios);
		List<Trial> trials = new ArrayList<>();
		for (int i = 0; i < scenarios.size(); i++) {
			Set<SentFrame> stable = Set.copyOf(again.get(i).following());
			next(quiet.get(i)).filter((trial) -> stable.contains(trial.last().sent())).forEach(trials::add);
		}
		System.out.printf("%d scenarios have sent %d requests, and %d the second time; %d came both times%n",
				scenarios.size(), requests(quiet), requests(again), trials.size() / FrameFault.values().length);
		return trials.stream().filter((trial) -> trial.toString().startsWith(ONLY)).toList();
	}

	private static boolean isWanted(Scenario scenario) {
		String line = scenario + ";";
		return line.startsWith(ONLY) || ONLY.startsWith(line);
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
			.map((point) -> new Trial(outcome.scenario(), append(outcome.points(), point)));
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
