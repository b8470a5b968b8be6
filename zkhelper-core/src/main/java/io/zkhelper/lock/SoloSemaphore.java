package io.zkhelper.lock;

import io.zkhelper.lock.LocalLock.Kind;

/**
 * A lock of several holders within this process.
 */
final class SoloSemaphore extends SoloLock implements DistributedSemaphore {

	private final int permits;

	SoloSemaphore(SoloDesk desk, int permits) {
		super(desk, new SoloShare(Kind.SEMAPHORE, 1, permits));
		PermitOrder.requirePossible(permits);
		this.permits = permits;
	}

	@Override
	public int permits() {
		return this.permits;
	}

	@Override
	public DistributedLock several(int permits) {
		if (permits < 1 || permits > this.permits) {
			throw new IllegalArgumentException("Semaphore '%s' has %d permits: %d can't be taken at once"
				.formatted(name(), this.permits, permits));
		}
		return new SoloLock(desk(), new SoloShare(Kind.SEMAPHORE, permits, this.permits));
	}

}
