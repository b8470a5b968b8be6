package io.zkhelper.test.resume;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.process.Leash;

/**
 * A process that takes part in an election, in a session of its own or in that of a
 * ticket; and passes it on and exits when it is told to.
 */
final class ResumeMain {

	/** Time for a machine that is busy with other things. */
	static final Timing TIMING = new Timing(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofMillis(250),
			1e-3);

	private static final Duration POLL = Duration.ofMillis(10);

	private ResumeMain() {
	}

	/**
	 * Run with an id, a connect string, the file of the ticket to go on with or
	 * {@code new}, and the file for the ticket to pass on or {@code none}.
	 */
	public static void main(String[] arguments) throws IOException {
		PrintStream output = System.out;
		System.setOut(System.err);
		Leash.attach();
		output.println("ready");
		ZkClientOptions own = ZkClientOptions.of(arguments[1]).withTiming(TIMING);
		ZkClientOptions how = arguments[2].equals("new") ? own : own.withTicket(read(Path.of(arguments[2])));
		ZkClient client = ZkClient.connect(how);
		Member member = Member.of(client, arguments[0], arguments[0], ElectionOptions.DEFAULT);
		await(member::leads);
		output.println("leads term " + member.leadership().term());
		if (!arguments[3].equals("none")) {
			pass(client, Path.of(arguments[3]));
			System.exit(0);
		}
		await(() -> false);
	}

	private static SessionTicket read(Path file) throws IOException {
		await(() -> Files.exists(file));
		return SessionTicket.parse(Files.readString(file));
	}

	// The other process must not see half of it
	private static void pass(ZkClient client, Path file) throws IOException {
		String secret = client.detach().toCompletableFuture().join().orElseThrow().secret();
		Path part = Files.writeString(file.resolveSibling("part"), secret);
		Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void await(BooleanSupplier holds) {
		while (!holds.getAsBoolean()) {
			LockSupport.parkNanos(POLL.toNanos());
		}
	}

}
