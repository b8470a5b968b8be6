package io.zkhelper.test.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the command line of {@link EmbeddedZooKeeperMain}.
 */
final class MainArguments {

	static final String USAGE = "Usage: EmbeddedZooKeeperMain [--port N] [--data-dir PATH] [--tick-time 200ms]";

	private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s)");

	private MainArguments() {
	}

	static EmbeddedZooKeeper.Builder parse(List<String> arguments) {
		if (arguments.size() % 2 != 0) {
			throw new IllegalArgumentException("Each option needs a value. " + USAGE);
		}
		EmbeddedZooKeeper.Builder builder = EmbeddedZooKeeper.builder();
		for (int i = 0; i < arguments.size(); i += 2) {
			apply(arguments.get(i), arguments.get(i + 1), builder);
		}
		return builder;
	}

	private static void apply(String option, String value, EmbeddedZooKeeper.Builder builder) {
		switch (option) {
			case "--port" -> builder.port(Integer.parseInt(value));
			case "--data-dir" -> builder.dataDirectory(Path.of(value));
			case "--tick-time" -> builder.tickTime(duration(value));
			default -> throw new IllegalArgumentException("There is no option '%s'. %s".formatted(option, USAGE));
		}
	}

	private static Duration duration(String value) {
		Matcher matcher = DURATION.matcher(value);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'%s' is not a time such as 500ms or 2s".formatted(value));
		}
		long amount = Long.parseLong(matcher.group(1));
		return matcher.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
	}

}
