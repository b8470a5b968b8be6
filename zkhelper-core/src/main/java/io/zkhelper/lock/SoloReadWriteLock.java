package io.zkhelper.lock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReadWriteLock;

import io.zkhelper.lock.LocalLock.Kind;

/**
 * A lock of many readers or one writer within this process.
 */
final class SoloReadWriteLock implements DistributedReadWriteLock {

	private final SoloDesk desk;

	private final DistributedLock read;

	private final DistributedLock write;

	private final ReadWriteLock asReadWriteLock;

	SoloReadWriteLock(SoloDesk desk) {
		this.desk = desk;
		this.read = new SoloLock(desk, SoloShare.of(Kind.READ));
		this.write = new SoloLock(desk, SoloShare.of(Kind.WRITE));
		this.asReadWriteLock = new JavaReadWriteLock(this);
	}

	@Override
	public String name() {
		return this.desk.lock();
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
	public HeldLock downgrade(HeldLock held) {
		if (held instanceof SoloHeld own && own.isWriteLockOf(this.desk)) {
			return this.desk.queues().exchange(own, Kind.READ);
		}
		throw new IllegalArgumentException(
				"This is no hold of the write lock of '%s' but of lock '%s'".formatted(name(), held.name()));
	}

	@Override
	public CompletionStage<HeldLock> downgradeAsync(HeldLock held) {
		try {
			return CompletableFuture.completedFuture(downgrade(held));
		}
		catch (LockLostException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	@Override
	public ReadWriteLock asReadWriteLock() {
		return this.asReadWriteLock;
	}

}
