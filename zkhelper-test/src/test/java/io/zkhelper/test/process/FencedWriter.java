package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes to a file that all processes of a cluster share, for as long as the process
 * believes that it leads. Between the question and the write some work is done: a process
 * that is frozen there wakes up and writes, and the file has to refuse it.
 * <p>
 * It has a thread of its own, because a process may be frozen while it has the file's
 * lock of the operating system.
 *
 * @param check asked before each write
 * @param file where to write
 * @param book where to note what became of it
 */
record FencedWriter(Check check, FencedFile file, WriteBook book) implements Runnable {

	private static final Duration WORK = Duration.ofMillis(5);

	private static final Duration PAUSE = Duration.ofMillis(20);

	static void start(Check check, Path logbook) {
		FencedFile file = FencedFile.open(logbook.resolveSibling("fenced"));
		Thread thread = new Thread(new FencedWriter(check, file, WriteBook.open(bookOf(logbook))), "writer");
		thread.setDaemon(true);
		thread.start();
	}

	static Path bookOf(Path logbook) {
		return logbook.resolveSibling(logbook.getFileName() + ".writes");
	}

	@Override
	public void run() {
		while (true) {
			if (this.check.leads()) {
				this.check.term().ifPresent(this::write);
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	private void write(Term term) {
		LockSupport.parkNanos(WORK.toNanos());
		long before = System.nanoTime();
		if (this.file.write(term.token(), before)) {
			this.book.accepted(term.token(), before, System.nanoTime());
		}
		else {
			this.book.refused(term.token(), stillLeadsIn(term));
		}
	}

	/**
	 * Whoever has shown a newer token held it before now.
	 */
	private boolean stillLeadsIn(Term term) {
		return this.check.leads() && this.check.term().equals(Optional.of(term));
	}

}
