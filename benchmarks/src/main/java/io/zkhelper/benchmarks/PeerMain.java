package io.zkhelper.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of two processes that want the same lock. Gets the server through the proxy, the
 * server without it and how long to warm up. Is told the library and a time in
 * nanoseconds, holds the lock over and over for that long, and answers with when it had
 * it.
 */
final class PeerMain {

	private PeerMain() {
	}

	public static void main(String[] arguments) throws Exception {
		PrintStream output = System.out;
		System.setOut(System.err);
		WarmUp.take(arguments[1], Duration.ofNanos(Long.parseLong(arguments[2])));
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		try (Contestant ours = new ZkhelperLocks(arguments[0]); Contestant curator = new CuratorLocks(arguments[0])) {
			Mutex oursContended = ours.mutex("contended");
			Mutex curatorContended = curator.mutex("contended");
			output.println("ready");
			for (String line = input.readLine(); line != null; line = input.readLine()) {
				String[] order = line.split(" ");
				output.println(format(holds(order[0].equals(ZkhelperLocks.NAME) ? oursContended : curatorContended,
						Long.parseLong(order[1]))));
			}
		}
	}

	private static List<Long> holds(Mutex mutex, long nanos) throws Exception {
		List<Long> times = new ArrayList<>();
		long end = System.nanoTime() + nanos;
		while (System.nanoTime() < end) {
			mutex.hold(() -> times.add(System.nanoTime()));
		}
		return times;
	}

	private static String format(List<Long> times) {
		return times.stream().map(String::valueOf).collect(Collectors.joining(" "));
	}

	static List<Long> parse(String line) {
		return Arrays.stream(line.split(" ")).filter((time) -> !time.isBlank()).map(Long::valueOf).toList();
	}

}
