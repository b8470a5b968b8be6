package io.zkhelper.lock;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for what.
 *
 * @param lock the name of the lock
 * @param share what part of it
 * @param owner who asks
 * @param thread the thread that will have it, {@code null} if nobody waits for it on a
 * thread
 * @param interrupting whether to interrupt that thread when it loses the lock
 */
record SoloRequest(String lock, SoloShare share, LockOwner owner, @Nullable Thread thread, boolean interrupting) {

	SoloRequest ofKind(LocalLock.Kind kind) {
		return new SoloRequest(this.lock, SoloShare.of(kind), this.owner, this.thread, this.interrupting);
	}

}
