package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;

/**
 * What became of the increments of each thread of one process, in a file that is mapped
 * into memory. Each thread writes its own part.
 */
final class Tally {

	private static final int PART = 64;

	private static final int NEWEST = PART - Long.BYTES;

	private final MappedByteBuffer memory;

	private final int threads;

	private Tally(MappedByteBuffer memory, int threads) {
		this.memory = memory;
		this.threads = threads;
	}

	static Tally open(Path file, int threads) {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			return new Tally(channel.map(FileChannel.MapMode.READ_WRITE, 0, threads * (long) PART), threads);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void count(int thread, Outcome outcome) {
		int position = position(thread, outcome);
		this.memory.putLong(position, this.memory.getLong(position) + 1);
		if (outcome == Outcome.DONE) {
			this.memory.putLong(thread * PART + NEWEST, System.nanoTime());
		}
	}

	long total(Outcome outcome) {
		return IntStream.range(0, this.threads)
			.mapToLong((thread) -> this.memory.getLong(position(thread, outcome)))
			.sum();
	}

	/**
	 * How many threads have incremented since then.
	 */
	int progressedSince(long stamp) {
		return (int) IntStream.range(0, this.threads)
			.mapToLong((thread) -> this.memory.getLong(thread * PART + NEWEST))
			.filter((newest) -> newest != 0 && newest - stamp > 0)
			.count();
	}

	private static int position(int thread, Outcome outcome) {
		return thread * PART + outcome.ordinal() * Long.BYTES;
	}

	/**
	 * What can become of an increment.
	 */
	enum Outcome {

		/** Written. */
		DONE,

		/** The lock was not to be had in time. */
		BUSY,

		/** The lock, or the place in its queue, was lost. */
		LOST,

		/** The file has refused the token of a lock that was lost. */
		REFUSED,

		/** The file has refused the token of a lock that is valid still: a breach. */
		REFUSED_THOUGH_VALID,

		/** An error that nothing here explains. */
		FAILED

	}

}
