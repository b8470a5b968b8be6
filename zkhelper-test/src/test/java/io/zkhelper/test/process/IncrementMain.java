package io.zkhelper.test.process;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.process.Incrementer.Turns;

/**
 * A process whose threads increment a value in a file, under a lock or without. Every
 * other thread gives up waiting now and then, and asks again. SIGTERM ends it in order.
 */
final class IncrementMain {

	static final int THREADS = 8;

	private static final Duration PATIENCE = Duration.ofMillis(200);

	private IncrementMain() {
	}

	public static void main(String[] arguments) {
		PrintStream output = System.out;
		System.setOut(System.err);
		Leash.attach();
		List<String> words = List.of(arguments);
		Settings settings = Settings.parse(words.subList(2, words.size()));
		FencedFile file = FencedFile.open(Path.of(words.get(0)));
		Tally tally = Tally.open(Path.of(words.get(1)), THREADS);
		ZkClient client = ZkClient.connect(ZkClientOptions.of(settings.connectString()).withTiming(settings.timing()));
		AtomicBoolean stopped = new AtomicBoolean();
		IntFunction<Turns> turns = settings.careless() ? (i) -> () -> Optional.of(Turn.withoutLock())
				: turns(DistributedLocks.on(client).get(settings.name()));
		List<Thread> threads = IntStream.range(0, THREADS)
			.mapToObj((i) -> new Thread(new Incrementer(i, turns.apply(i), file, tally, stopped), "incrementer-" + i))
			.toList();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, threads, client), "stop"));
		threads.forEach(Thread::start);
		output.println("started");
	}

	private static IntFunction<Turns> turns(DistributedLock lock) {
		Turns patient = () -> Optional.of(Turn.of(lock.acquire()));
		Turns impatient = () -> lock.tryAcquire(PATIENCE).map(Turn::of);
		return (i) -> (i % 2 == 0) ? patient : impatient;
	}

	private static void stop(AtomicBoolean stopped, List<Thread> threads, ZkClient client) {
		stopped.set(true);
		try {
			for (Thread thread : threads) {
				thread.join();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		client.close();
	}

}
