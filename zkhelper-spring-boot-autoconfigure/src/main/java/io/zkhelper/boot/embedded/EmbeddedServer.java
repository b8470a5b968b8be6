package io.zkhelper.boot.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ZooKeeper server in this process, or a watch over the one that another process on
 * this machine runs on the same directory. When that process ends, in whatever way, one
 * of the watchers takes its server over: same port, same data, same sessions.
 * <p>
 * For development: it listens on 127.0.0.1 only, and there is one of it.
 *
 * @since 1.0.0
 */
public final class EmbeddedServer implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedServer.class);

	private static final Duration POLL = Duration.ofMillis(250);

	private static final Duration PORT_PATIENCE = Duration.ofSeconds(2);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final EmbeddedServerOptions options;

	// The server's threads inherit this one's being a daemon
	private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "zkhelper-embedded-server");
		thread.setDaemon(true);
		return thread;
	});

	private final CompletableFuture<Void> settled = new CompletableFuture<>();

	private final Complaint complaint = new Complaint(PORT_PATIENCE);

	private @Nullable ServingLock lock;

	private volatile @Nullable RunningServer running;

	/**
	 * Create a server that is to be started.
	 * @param options how it runs
	 */
	public EmbeddedServer(EmbeddedServerOptions options) {
		this.options = options;
	}

	/**
	 * Serve, or watch over who does. Returns when a server answers, after ten seconds at
	 * the latest; in that case the watch goes on.
	 * @throws EmbeddedServerUnavailableException if jars are missing, the directory is
	 * not this user's, or a program that shares no data with us listens on the port
	 */
	public void start() {
		ServerJars.require(EmbeddedServer.class.getClassLoader());
		DataDirectory.prepare(this.options.directory());
		this.watcher.scheduleWithFixedDelay(this::look, 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
		try {
			this.settled.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.warn(
					"Another process holds '{}', but no embedded ZooKeeper server answers at {}. "
							+ "Do all copies of the application have the same 'zkhelper.embedded.port'?",
					this.options.directory(), connectString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			close();
			throw unavailable(Objects.requireNonNullElse(ex.getCause(), ex));
		}
	}

	/**
	 * Return whether this process is the one that serves.
	 * @return {@code true} if it does
	 */
	public boolean isServing() {
		RunningServer current = this.running;
		return current != null && current.isRunning();
	}

	/**
	 * Return where the server is, whichever process runs it.
	 * @return the connect string
	 */
	public String connectString() {
		return "127.0.0.1:" + this.options.port();
	}

	/**
	 * Stop serving and watching. Another process may take over at once.
	 */
	@Override
	public void close() {
		if (this.watcher.isShutdown()) {
			return;
		}
		this.watcher.execute(this::letGo);
		this.watcher.shutdown();
		try {
			this.watcher.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// Everything below runs on the watcher

	private void look() {
		try {
			if (this.running != null && !isServing()) {
				logger.warn("The embedded ZooKeeper server has failed, and is started again");
				letGo();
			}
			if (this.running == null) {
				serveOrWatch();
			}
		}
		catch (IOException | RuntimeException ex) {
			this.complaint.about(ex, this::tell);
		}
	}

	private void serveOrWatch() throws IOException {
		if (this.lock == null) {
			this.lock = ServingLock.tryAcquire(this.options.directory()).orElse(null);
		}
		if (this.lock != null) {
			serve();
		}
		else if (!this.settled.isDone() && RunningServer.answersAt(this.options.port())) {
			logger.info("Uses the embedded ZooKeeper server of another process at {}, and takes it over when "
					+ "that process ends", connectString());
			this.settled.complete(null);
		}
	}

	private void serve() throws IOException {
		this.running = RunningServer.start(this.options);
		this.complaint.withdraw();
		logger.warn("{} a ZooKeeper server in this process at {}, data in '{}'. This is for development only",
				this.settled.isDone() ? "Took over and now runs" : "Runs", connectString(), this.options.directory());
		this.settled.complete(null);
	}

	private void tell(Exception problem) {
		if (!this.settled.completeExceptionally(problem)) {
			logger.error("{}. Tries again every {} ms", unavailable(problem).getMessage(), POLL.toMillis(), problem);
		}
	}

	// The lock last: who gets it expects a free port and complete files
	private void letGo() {
		RunningServer server = this.running;
		this.running = null;
		ServingLock held = this.lock;
		this.lock = null;
		close((server != null) ? server::stop : null);
		close(held);
	}

	private static void close(@Nullable Closeable part) {
		try {
			if (part != null) {
				part.close();
			}
		}
		catch (IOException ex) {
			logger.warn("The embedded ZooKeeper server did not stop as it should", ex);
		}
	}

	private EmbeddedServerUnavailableException unavailable(Throwable problem) {
		if (problem instanceof BindException) {
			return new EmbeddedServerUnavailableException(
					"The embedded ZooKeeper server can't listen at %s: another program does, and it does not use '%s'"
						.formatted(connectString(), this.options.directory()),
					"Set zkhelper.embedded.port to a free port, the same one for all copies of the application, or stop the other program. It may be another application with an embedded server.",
					problem);
		}
		return new EmbeddedServerUnavailableException(
				"The embedded ZooKeeper server can't start on '%s': %s".formatted(this.options.directory(), problem),
				"Delete the directory if what it holds can be lost, or set zkhelper.embedded.data-dir to another one.",
				problem);
	}

}
