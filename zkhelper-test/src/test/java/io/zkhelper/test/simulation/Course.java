package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.zkhelper.claim.Safety;
import io.zkhelper.test.simulation.Incident.Kind;

/**
 * What happens in one simulation, from a seed: the seed decides the machinery as well,
 * such as how long each message takes, and the incidents can be taken out one by one.
 *
 * @param seed the seed
 * @param recipe what the processes contend for
 * @param safety which promise is to be kept
 * @param incidents what happens, in order
 */
record Course(long seed, Recipe recipe, Safety safety, List<Incident> incidents) {

	private static final int LENGTH = 30;

	/** One course in so many has no trouble. */
	private static final int CALM = 16;

	static Course of(long seed, Recipe recipe, Safety safety) {
		Random random = new Random(seed * 31 + recipe.ordinal());
		boolean calm = seed % CALM == 0;
		List<Kind> kinds = kinds(safety, calm);
		int acts = recipe.acts(random.nextInt(3));
		List<Incident> incidents = IntStream.range(0, LENGTH)
			.mapToObj((i) -> incident(random,
					random.nextInt(10) < acts ? Kind.ACT : kinds.get(random.nextInt(kinds.size()))))
			.toList();
		return new Course(seed, recipe, safety, incidents);
	}

	private static List<Kind> kinds(Safety safety, boolean calm) {
		List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
		kinds.removeIf((kind) -> (calm && !kind.isCalm()) || (safety == Safety.STANDARD && kind.isMeddling()));
		if (!calm) {
			kinds
				.addAll(List.of(Kind.HEAL, Kind.HEAL, Kind.HEAL_SERVERS, Kind.FREEZE, Kind.CUT_FROM_LEADER, Kind.LOSE));
		}
		return kinds;
	}

	private static Incident incident(Random random, Kind kind) {
		Duration rest = Duration.ofMillis((long) Math.pow(3000, random.nextDouble()));
		return new Incident(rest, kind, random.nextInt(1000), random.nextInt(1 << 20));
	}

	boolean isCalm() {
		return this.incidents.stream().allMatch((incident) -> incident.kind().isCalm());
	}

	/**
	 * Return the course without the incidents from one place to before another.
	 */
	Course without(int from, int to) {
		List<Incident> left = new ArrayList<>(this.incidents);
		left.subList(from, to).clear();
		return new Course(this.seed, this.recipe, this.safety, List.copyOf(left));
	}

	@Override
	public String toString() {
		return "seed %d, %s, %s%n%s".formatted(this.seed, this.recipe, this.safety,
				this.incidents.stream().map(Incident::toString).collect(Collectors.joining(System.lineSeparator())));
	}

}
