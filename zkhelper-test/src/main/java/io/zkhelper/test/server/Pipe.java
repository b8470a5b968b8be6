package io.zkhelper.test.server;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * One direction of one connection: a thread reads, another one writes when the direction
 * is open and the delay is over. Bytes keep their order.
 */
final class Pipe {

	private static final int CHUNK = 8_192;

	private static final int CHUNKS_IN_FLIGHT = 4_096;

	private final Socket from;

	private final Socket to;

	private final Direction direction;

	private final Runnable ended;

	private final BlockingQueue<Chunk> inFlight = new ArrayBlockingQueue<>(CHUNKS_IN_FLIGHT);

	Pipe(Socket from, Socket to, Direction direction, Runnable ended) {
		this.from = from;
		this.to = to;
		this.direction = direction;
		this.ended = ended;
	}

	void read() {
		byte[] buffer = new byte[CHUNK];
		try {
			int length = this.from.getInputStream().read(buffer);
			while (length >= 0) {
				this.inFlight.put(new Chunk(Arrays.copyOf(buffer, length), due(), false));
				length = this.from.getInputStream().read(buffer);
			}
			endOfStream();
		}
		catch (IOException ex) {
			endOfStream();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private long due() {
		return System.nanoTime() + this.direction.delayNanos();
	}

	// Travels as bytes do: behind those sent before, and not at all while it is silent
	private void endOfStream() {
		try {
			this.inFlight.put(new Chunk(new byte[0], due(), true));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void write() {
		try {
			Chunk chunk = next();
			while (!chunk.last()) {
				this.to.getOutputStream().write(chunk.bytes());
				chunk = next();
			}
			this.ended.run();
		}
		catch (IOException ex) {
			this.ended.run();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Chunk next() throws InterruptedException {
		Chunk chunk = this.inFlight.take();
		for (long wait = chunk.due() - System.nanoTime(); wait > 0; wait = chunk.due() - System.nanoTime()) {
			LockSupport.parkNanos(wait);
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
		}
		this.direction.awaitOpen();
		return chunk;
	}

	/**
	 * What was read at once.
	 */
	@SuppressWarnings("ArrayRecordComponent")
	private record Chunk(byte[] bytes, long due, boolean last) {
	}

}
