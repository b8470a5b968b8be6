package io.zkhelper.test.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.zkhelper.session.Timing;
import io.zkhelper.test.server.EmbeddedZooKeeper;

/**
 * The server of all courses, and who watches them.
 */
final class Arena implements AutoCloseable {

	/** Sessions end soon, and leases sooner. */
	static final Timing TIMING = new Timing(Duration.ofSeconds(3), Duration.ofMillis(100), Duration.ofMillis(50), 1e-3);

	private final Path data = newDirectory();

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.builder()
		.dataDirectory(this.data)
		.tickTime(TIMING.tickTime())
		.containerCheckInterval(Duration.ofHours(1))
		.start();

	private final Stranger stranger = Stranger.connect(this.server.connectString(), Duration.ofMinutes(1));

	private final Watchman watchman = new Watchman();

	private final AtomicInteger roots = new AtomicInteger();

	EmbeddedZooKeeper server() {
		return this.server;
	}

	Stranger stranger() {
		return this.stranger;
	}

	Watchman watchman() {
		return this.watchman;
	}

	/**
	 * Return a root that no course has had before.
	 */
	String newRoot() {
		return "/course-" + this.roots.incrementAndGet();
	}

	// In memory where there is such a place: a disk that is busy for longer than a
	// session
	// lasts is a fault that no point asks for
	private static Path newDirectory() {
		Path memory = Path.of("/dev/shm");
		try {
			return Files.isWritable(memory) ? Files.createTempDirectory(memory, "zkhelper-faults-")
					: Files.createTempDirectory("zkhelper-faults-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void removeData() {
		try (Stream<Path> files = Files.walk(this.data)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.watchman.close();
		this.stranger.close();
		this.server.close();
		removeData();
	}

}
