package io.zkhelper.test.server;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs an {@link EmbeddedZooKeeper} in a process of its own, for tests that freeze or
 * kill processes.
 * <p>
 * Arguments, all optional: {@code --port N} (default: a free one),
 * {@code --data-dir PATH} (default: a temporary one), {@code --tick-time 200ms}. Standard
 * output gets exactly one line, {@code ready 127.0.0.1:PORT}, once the server answers;
 * what is logged to the console goes to standard error. Ends on SIGTERM.
 *
 * @since 1.0.0
 */
public final class EmbeddedZooKeeperMain {

	private EmbeddedZooKeeperMain() {
	}

	/**
	 * Run the server until the process is told to end.
	 * @param arguments the command line
	 * @throws InterruptedException if the thread was interrupted
	 */
	public static void main(String[] arguments) throws InterruptedException {
		PrintStream output = System.out;
		System.setOut(System.err);
		EmbeddedZooKeeper server = MainArguments.parse(List.of(arguments)).start();
		Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
		output.println("ready " + server.connectString());
		output.flush();
		new CountDownLatch(1).await();
	}

}
