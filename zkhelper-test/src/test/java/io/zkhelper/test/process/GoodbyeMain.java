package io.zkhelper.test.process;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

/**
 * A process that takes a lock, and parts with it when there is a file of a certain name.
 */
final class GoodbyeMain {

	private static final Duration POLL = Duration.ofMillis(1);

	private GoodbyeMain() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		PrintStream output = System.out;
		System.setOut(System.err);
		Leash.attach();
		List<String> words = List.of(arguments);
		Settings settings = Settings.parse(words.subList(2, words.size()));
		ZkClient client = ZkClient.connect(ZkClientOptions.of(settings.connectString()).withTiming(settings.timing()));
		HeldLock held = DistributedLocks.on(client).get(settings.name()).acquire();
		output.println("held");
		while (!Files.exists(Path.of(words.get(1)))) {
			LockSupport.parkNanos(POLL.toNanos());
		}
		Goodbye.valueOf(words.get(0)).say(held, client);
		output.println("gone");
		Thread.currentThread().join();
	}

}
