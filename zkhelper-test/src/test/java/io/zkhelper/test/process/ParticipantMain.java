package io.zkhelper.test.process;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.zkhelper.election.Participant;

/**
 * A process that takes part in an election, or wants a lock, and asks all the time
 * whether it leads, or has the lock. Answers go to a {@link Logbook}, events to standard
 * output. While it leads it writes to a fenced file. SIGTERM closes in order.
 */
final class ParticipantMain {

	private ParticipantMain() {
	}

	public static void main(String[] arguments) {
		PrintStream output = System.out;
		System.setOut(System.err);
		Leash.attach();
		List<String> words = List.of(arguments);
		Settings settings = Settings.parse(words.subList(2, words.size()));
		Part part = settings.recipe().join(settings, Participant.of(words.get(0)), output);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> close(part, output), "close"));
		Path logbook = Path.of(words.get(1));
		FencedWriter.start(part.check(), logbook);
		output.println("started");
		lookForEver(part.check(), Logbook.open(logbook));
	}

	private static void lookForEver(Check check, Logbook logbook) {
		Pace pace = new Pace();
		while (true) {
			long before = System.nanoTime();
			boolean leads = check.leads();
			long after = System.nanoTime();
			logbook.note(before, leads, after, check::term);
			LockSupport.parkNanos(pace.pauseNanos(leads, after));
		}
	}

	private static void close(Part part, PrintStream output) {
		part.close();
		output.println("closed");
	}

}
