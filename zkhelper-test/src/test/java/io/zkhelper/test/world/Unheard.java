package io.zkhelper.test.world;

import java.time.Duration;

import io.zkhelper.session.HandleListener;

/**
 * For a stranger who waits for its answers, and cares for nothing else.
 */
public final class Unheard implements HandleListener {

	@Override
	public void onConnected(long sessionId, Duration timeout) {
		// Answers tell
	}

	@Override
	public void onDisconnected() {
		// Answers tell
	}

	@Override
	public void onExpired() {
		// Answers tell
	}

	@Override
	public void onAuthFailed() {
		// Answers tell
	}

}
