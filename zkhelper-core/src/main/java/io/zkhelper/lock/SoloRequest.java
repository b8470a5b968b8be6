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
 * @param look whether it takes one look only
 * @param interrupting whether to interrupt that thread when it loses the lock
 */
record SoloRequest(String lock, SoloShare share, LockOwner owner, @Nullable Thread thread, boolean look,
		boolean interrupting) {

	boolean mayWait() {
		return this.thread != null && !this.look;
	}

	SoloRequest ofKind(LocalLock.Kind kind) {
		return new SoloRequest(this.lock, SoloShare.of(kind), this.owner, this.thread, this.look, this.interrupting);
	}

}
