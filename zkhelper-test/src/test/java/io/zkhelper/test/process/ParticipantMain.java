package io.zkhelper.test.process;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

/**
 * A process that takes part in an election, or wants a lock, and asks all the time
 * whether it leads, or has the lock. Answers go to a {@link Logbook}, events to standard
 * output. SIGTERM closes in order.
 */
final class ParticipantMain {

	private static final long PAUSE_AS_LEADER_NANOS = 200_000;

	private static final long PAUSE_AS_FOLLOWER_NANOS = 2_000_000;

	private ParticipantMain() {
	}

	public static void main(String[] arguments) {
		PrintStream output = System.out;
		System.setOut(System.err);
		Leash.attach();
		List<String> words = List.of(arguments);
		Settings settings = Settings.parse(words.subList(2, words.size()));
		ZkClient client = ZkClient.connect(ZkClientOptions.of(settings.connectString()).withTiming(settings.timing()));
		Part part = settings.recipe().join(client, settings, Participant.of(words.get(0)), output);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> close(client, part, output), "close"));
		output.println("started");
		lookForEver(part.check(), Logbook.open(Path.of(words.get(1))));
	}

	private static void lookForEver(Check check, Logbook logbook) {
		while (true) {
			long before = System.nanoTime();
			boolean leads = check.leads();
			long after = System.nanoTime();
			logbook.note(before, leads, after, check::term);
			LockSupport.parkNanos(leads ? PAUSE_AS_LEADER_NANOS : PAUSE_AS_FOLLOWER_NANOS);
		}
	}

	private static void close(ZkClient client, Part part, PrintStream output) {
		part.close();
		client.close();
		output.println("closed");
	}

}
