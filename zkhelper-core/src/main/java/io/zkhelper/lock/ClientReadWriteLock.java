package io.zkhelper.lock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * A read-write lock for which processes queue in ZooKeeper.
 */
final class ClientReadWriteLock implements DistributedReadWriteLock {

	private final QueuedLock read;

	private final QueuedLock write;

	private final LocalQueues queues;

	private final ReadWriteLock lock = new JavaReadWriteLock(this);

	/**
	 * Create a lock.
	 * @param read for readers
	 * @param write for writers
	 * @param queues where a writer becomes a reader
	 */
	ClientReadWriteLock(QueuedLock read, QueuedLock write, LocalQueues queues) {
		this.read = read;
		this.write = write;
		this.queues = queues;
	}

	@Override
	public String name() {
		return this.write.name();
	}

	@Override
	public DistributedLock read() {
		return this.read;
	}

	@Override
	public DistributedLock write() {
		return this.write;
	}

	@Override
	public HeldLock downgrade(HeldLock held) throws InterruptedException {
		CompletableFuture<HeldLock> reader = downgradeAsync(held).toCompletableFuture();
		try {
			return reader.get();
		}
		catch (InterruptedException ex) {
			reader.cancel(false);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw LockException.causeOf(ex);
		}
	}

	@Override
	public CompletionStage<HeldLock> downgradeAsync(HeldLock held) {
		boolean own = held instanceof LockHold hold && hold.queue().spec().equals(this.write.spec());
		if (!own) {
			throw new IllegalArgumentException("%s is no hold of the write lock '%s'".formatted(held, name()));
		}
		return new Downgrade((LockHold) held, this.queues.open(this.read.spec())).begin();
	}

	@Override
	public ReadWriteLock asReadWriteLock() {
		return this.lock;
	}

}
