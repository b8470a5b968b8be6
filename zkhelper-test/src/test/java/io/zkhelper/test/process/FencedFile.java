package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;

import io.zkhelper.claim.FencingToken;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A file with a value, and with the newest token that it has seen: it refuses older ones.
 * <p>
 * Each single step is atomic, by a lock of the operating system; whether nobody writes
 * between a reader's read and its write is left to the callers. A read shows its token
 * too. Otherwise a holder from the past could still write after its successor has read.
 */
final class FencedFile implements AutoCloseable {

	/** Nobody has a token older than this one. */
	static final FencingToken OLDEST = new FencingToken(1, 0);

	private static final int LENGTH = 45;

	// The operating system's lock is one of the process, not of a thread
	private final ReentrantLock threads = new ReentrantLock();

	private final FileChannel channel;

	private FencedFile(FileChannel channel) {
		this.channel = channel;
	}

	static FencedFile open(Path path) {
		try {
			return new FencedFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read the value.
	 * @param token the reader's token; older ones are refused from now on
	 * @return the value, empty if the token is refused
	 */
	OptionalLong read(FencingToken token) {
		return atomically((content) -> {
			if (content.newest.isNewerThan(token)) {
				return OptionalLong.empty();
			}
			store(new Content(content.value, token));
			return OptionalLong.of(content.value);
		});
	}

	/**
	 * Write the value.
	 * @return whether the token was good enough
	 */
	boolean write(FencingToken token, long value) {
		return atomically((content) -> {
			if (content.newest.isNewerThan(token)) {
				return false;
			}
			store(new Content(value, token));
			return true;
		});
	}

	long value() {
		return atomically(Content::value);
	}

	private <T> T atomically(Step<T> step) {
		this.threads.lock();
		try {
			return amongProcesses(step);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.threads.unlock();
		}
	}

	private <T> T amongProcesses(Step<T> step) throws IOException {
		FileLock processes = this.channel.lock();
		try {
			return step.on(load());
		}
		finally {
			processes.release();
		}
	}

	private Content load() throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(LENGTH);
		int length = this.channel.read(buffer, 0);
		return (length > 0) ? Content.parse(new String(buffer.array(), US_ASCII)) : new Content(0, OLDEST);
	}

	private void store(Content content) throws IOException {
		this.channel.write(ByteBuffer.wrap(content.toString().getBytes(US_ASCII)), 0);
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What may fail as files do.
	 */
	private interface Step<T> {

		T on(Content content) throws IOException;

	}

	/**
	 * What is in the file.
	 *
	 * @param value the value
	 * @param newest the newest token that was shown
	 */
	private record Content(long value, FencingToken newest) {

		static Content parse(String text) {
			String[] words = text.split(" ");
			return new Content(Long.parseLong(words[0]), FencingToken.parse(words[1]));
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%019d %s", this.value, this.newest);
		}

	}

}
