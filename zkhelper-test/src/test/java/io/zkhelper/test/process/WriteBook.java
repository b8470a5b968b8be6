package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;

/**
 * What became of the fenced writes of one process, in a file that is mapped into memory;
 * one record for each token. One thread writes it.
 */
final class WriteBook {

	private static final int RECORD = 64;

	private static final int CAPACITY = 8_192;

	private final MappedByteBuffer memory;

	private WriteBook(MappedByteBuffer memory) {
		this.memory = memory;
	}

	static WriteBook open(Path file) {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			return new WriteBook(channel.map(FileChannel.MapMode.READ_WRITE, 0, (CAPACITY + 1) * (long) RECORD));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void accepted(FencingToken token, long before, long after) {
		int record = record(token);
		if (this.memory.getLong(record + 16) == 0) {
			this.memory.putLong(record + 40, after);
		}
		this.memory.putLong(record + 48, before);
		increment(record + 16);
	}

	void refused(FencingToken token, boolean breach) {
		int record = record(token);
		increment(record + 24);
		if (breach) {
			increment(record + 32);
		}
	}

	private void increment(int position) {
		this.memory.putLong(position, this.memory.getLong(position) + 1);
	}

	private int record(FencingToken token) {
		int newest = count();
		if (newest == 0 || !token(newest).equals(token)) {
			newest++;
			this.memory.putLong(newest * RECORD, token.zxid());
			this.memory.putInt(newest * RECORD + 8, token.handOver());
			this.memory.putInt(0, newest);
		}
		return newest * RECORD;
	}

	private FencingToken token(int index) {
		return new FencingToken(this.memory.getLong(index * RECORD), this.memory.getInt(index * RECORD + 8));
	}

	private int count() {
		return this.memory.getInt(0);
	}

	List<Writes> writes(String process) {
		return IntStream.rangeClosed(1, count()).mapToObj((i) -> read(process, i)).toList();
	}

	private Writes read(String process, int index) {
		int record = index * RECORD;
		return new Writes(process, token(index), this.memory.getLong(record + 16), this.memory.getLong(record + 24),
				this.memory.getLong(record + 32),
				new Writes.Span(this.memory.getLong(record + 40), this.memory.getLong(record + 48)));
	}

}
