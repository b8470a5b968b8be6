package io.zkhelper.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * A lock that the process has kept is taken again, by JMH.
 */
final class Retained implements Benchmark {

	@Override
	public String name() {
		return "retained";
	}

	@Override
	public List<Row> run(Server server, Effort effort) throws Exception {
		Statistics times = new Runner(options(server, effort)).runSingle().getPrimaryResult().getStatistics();
		String ours = "%.2f / %.2f / %.2f µs".formatted(times.getPercentile(50), times.getPercentile(90),
				times.getPercentile(99));
		return List.of(Row.of("retained lock, taken again and released", List.of(ours, "", ""), times.getPercentile(50),
				Target.atMost(1, "µs")));
	}

	private static Options options(Server server, Effort effort) {
		return new OptionsBuilder().include(RetainedLock.class.getName())
			.param("connectString", server.delayed())
			.mode(Mode.SampleTime)
			.timeUnit(TimeUnit.MICROSECONDS)
			.warmupIterations(effort.warmUpRounds())
			.measurementIterations(Math.min(effort.rounds(), 5))
			.warmupTime(TimeValue.milliseconds(effort.window().toMillis()))
			.measurementTime(TimeValue.milliseconds(effort.window().toMillis()))
			.forks(effort.forks())
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.build();
	}

}
