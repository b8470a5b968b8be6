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
record CommandLine(List<LockBenchmark> benchmarks, boolean isCheck) {

	static CommandLine parse(List<String> arguments) {
		List<String> names = new ArrayList<>(arguments);
		boolean check = names.removeIf("--check"::equals);
		List<LockBenchmark> benchmarks = names.stream().map(CommandLine::named).toList();
		return new CommandLine(benchmarks.isEmpty() ? LockBenchmark.ALL : benchmarks, check);
	}

	private static LockBenchmark named(String name) {
		return LockBenchmark.ALL.stream()
			.filter((benchmark) -> benchmark.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"There is no benchmark '%s'. There are: %s; and the option --check".formatted(name, names())));
	}

	private static String names() {
		return LockBenchmark.ALL.stream().map(LockBenchmark::name).collect(Collectors.joining(", "));
	}

}
