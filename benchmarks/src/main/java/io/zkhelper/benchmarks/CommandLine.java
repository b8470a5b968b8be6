package io.zkhelper.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the user wants.
 *
 * @param benchmarks what to run
 * @param isCheck whether a target that is missed is a failure
 */
record CommandLine(List<Benchmark> benchmarks, boolean isCheck) {

	static CommandLine parse(List<String> arguments) {
		List<String> names = new ArrayList<>(arguments);
		boolean check = names.removeIf("--check"::equals);
		List<Benchmark> benchmarks = names.stream().map(CommandLine::named).toList();
		return new CommandLine(benchmarks.isEmpty() ? Benchmark.ALL : benchmarks, check);
	}

	private static Benchmark named(String name) {
		return Benchmark.ALL.stream()
			.filter((benchmark) -> benchmark.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"There is no benchmark '%s'. There are: %s; and the option --check".formatted(name, names())));
	}

	private static String names() {
		return Benchmark.ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
	}

}
