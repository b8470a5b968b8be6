package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;

/**
 * What the checks of one process answered, in a file that is mapped into memory: writing
 * costs nothing, and what was written outlives a process that is killed.
 */
final class Logbook {

	/** Checks that are further apart do not belong to one run. */
	static final long GAP_NANOS = 50_000_000;

	private static final int HEADER = 64;

	private static final int RECORD = 64;

	private static final int CAPACITY = 16_384;

	private final MappedByteBuffer memory;

	private boolean leading;

	private long lastAfter = System.nanoTime();

	private Logbook(MappedByteBuffer memory) {
		this.memory = memory;
	}

	static Logbook open(Path file) {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			return new Logbook(channel.map(FileChannel.MapMode.READ_WRITE, 0, HEADER + CAPACITY * (long) RECORD));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Note one check.
	 * @param before the stamp before it
	 * @param leads what it answered
	 * @param after the stamp after it
	 * @param term asked only when a run begins
	 */
	void note(long before, boolean leads, long after, Supplier<Optional<Term>> term) {
		if (leads) {
			if (!this.leading || after - this.lastAfter > GAP_NANOS) {
				begin(after, term.get());
			}
			this.memory.putLong(record(count() - 1) + 32, before);
		}
		this.leading = leads;
		this.lastAfter = after;
		this.memory.putLong(8, leads ? after : 0);
		this.memory.putLong(16, after);
	}

	private void begin(long after, Optional<Term> term) {
		int record = record(count());
		this.memory.putLong(record, term.map(Term::number).orElse(0L));
		this.memory.putLong(record + 8, term.map((known) -> known.token().zxid()).orElse(0L));
		this.memory.putInt(record + 16, term.map((known) -> known.token().handOver()).orElse(0));
		this.memory.putInt(record + 20, this.leading ? 1 : 0);
		this.memory.putLong(record + 24, after);
		this.memory.putLong(record + 32, Long.MIN_VALUE);
		this.memory.putInt(0, count() + 1);
	}

	/**
	 * Whether the newest check answered true and is no older than that.
	 */
	boolean leadsSince(long stamp) {
		long newest = this.memory.getLong(8);
		return newest != 0 && newest - stamp > 0;
	}

	/**
	 * Whether there was a check since then, whatever it answered.
	 */
	boolean looksSince(long stamp) {
		long newest = this.memory.getLong(16);
		return newest != 0 && newest - stamp > 0;
	}

	List<Run> runs(String process) {
		return IntStream.range(0, count()).mapToObj((i) -> read(process, record(i))).toList();
	}

	private Run read(String process, int record) {
		long zxid = this.memory.getLong(record + 8);
		FencingToken token = (zxid != 0) ? new FencingToken(zxid, this.memory.getInt(record + 16)) : null;
		return new Run(process, this.memory.getLong(record), token, this.memory.getLong(record + 24),
				this.memory.getLong(record + 32), this.memory.getInt(record + 20) == 1);
	}

	private int count() {
		return this.memory.getInt(0);
	}

	private static int record(int index) {
		return HEADER + index * RECORD;
	}

}
