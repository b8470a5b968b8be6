package io.zkhelper.lock;

import java.time.Instant;
import java.util.Optional;

import io.zkhelper.lock.LockOwner.OwnerProcess;
import org.jspecify.annotations.Nullable;

/**
 * Where a lock within this process is asked for.
 *
 * @param lock the name of the lock
 * @param options how it is taken; most don't matter without servers
 * @param process this process
 * @param queues the queues
 */
record SoloDesk(String lock, LockOptions options, OwnerProcess process, SoloQueues queues) {

	/**
	 * Ask.
	 * @param share for what
	 * @param thread who will have it, {@code null} if nobody waits for it on a thread
	 * @param look whether to take one look only
	 */
	SoloPlace join(SoloShare share, @Nullable Thread thread, boolean look) {
		LockOwner owner = new LockOwner(this.process, Thread.currentThread().getName(), Instant.now(),
				this.options.description(), Optional.empty());
		return this.queues
			.join(new SoloRequest(this.lock, share, owner, thread, look, this.options.isInterruptingOnLoss()));
	}

}
