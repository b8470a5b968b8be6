package io.zkhelper.boot.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says which process serves the data of a directory. The operating system releases it
 * when the process dies.
 */
final class ServingLock implements Closeable {

	// POSIX releases a process's lock when it closes any descriptor of the file: a second
	// attempt in this JVM must not even open it
	private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

	private final Path file;

	private final FileChannel channel;

	private ServingLock(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	static Optional<ServingLock> tryAcquire(Path directory) throws IOException {
		Path file = directory.toRealPath().resolve("lock");
		if (!HELD_HERE.add(file)) {
			return Optional.empty();
		}
		Optional<ServingLock> lock = Optional.empty();
		try {
			lock = tryLock(file);
			return lock;
		}
		finally {
			if (lock.isEmpty()) {
				HELD_HERE.remove(file);
			}
		}
	}

	private static Optional<ServingLock> tryLock(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		boolean locked = false;
		try {
			locked = channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			// This JVM holds it through another class loader
		}
		finally {
			if (!locked) {
				channel.close();
			}
		}
		return locked ? Optional.of(new ServingLock(file, channel)) : Optional.empty();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
		HELD_HERE.remove(this.file);
	}

}
