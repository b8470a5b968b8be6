package io.zkhelper.test.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import io.zkhelper.presence.Presence;

/**
 * A process that registers, and stays until it is killed.
 */
final class PresenceMain {

	private PresenceMain() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		PrintStream output = System.out;
		System.setOut(System.err);
		Leash.attach();
		List<String> words = List.of(arguments);
		Settings settings = Settings.parse(words.subList(1, words.size()));
		Presence presence = Presence.builder(settings.connect(), words.get(0)).build();
		presence.start();
		if (presence.awaitRegistered(Duration.ofMinutes(1))) {
			output.println("registered");
		}
		Thread.currentThread().join();
	}

}
