package io.zkhelper.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs all benchmarks, or those that are named, and prints the table.
 */
final class BenchmarksMain {

	private static final PrintStream OUTPUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private BenchmarksMain() {
	}

	public static void main(String[] arguments) throws Exception {
		Locale.setDefault(Locale.ROOT);
		CommandLine commandLine;
		try {
			commandLine = CommandLine.parse(List.of(arguments));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(2);
			return;
		}
		Table table = run(commandLine.benchmarks(), Effort.FULL);
		OUTPUT.println();
		OUTPUT.println(table);
		System.exit((commandLine.isCheck() && !table.isAllMet()) ? 1 : 0);
	}

	static Table run(List<Benchmark> benchmarks, Effort effort) throws Exception {
		List<Row> rows = new ArrayList<>();
		try (Server server = new Server()) {
			OUTPUT.println(machine());
			WarmUp.take(server.direct(), effort.warmUp());
			OUTPUT.println(RoundTrips.measure(server, effort));
			for (Benchmark benchmark : benchmarks) {
				System.err.printf("%tT %s%n", System.currentTimeMillis(), benchmark.name());
				rows.addAll(benchmark.run(server, effort));
			}
		}
		return new Table(rows);
	}

	private static String machine() {
		return "%s, %d processors, %s %s, Java %s, load %.2f".formatted(Instant.now().truncatedTo(ChronoUnit.MINUTES),
				Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
				System.getProperty("os.arch"), System.getProperty("java.version"),
				ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

}
