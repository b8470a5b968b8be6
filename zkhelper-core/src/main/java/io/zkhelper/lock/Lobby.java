package io.zkhelper.lock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Where those wait in this process who want a permit, so that only one of them at a time
 * waits in the queue of all processes and watches it.
 */
final class Lobby {

	private final Turnstile turnstile;

	private final Map<LockRequest, Runnable> waiting = new LinkedHashMap<>();

	private boolean occupied;

	private int guests;

	/**
	 * Create an empty lobby.
	 * @param relief takes over from who would have to let others in all the time
	 */
	Lobby(Executor relief) {
		this.turnstile = new Turnstile(relief);
	}

	/**
	 * Count a guest in. Guests are counted by who keeps the lobbies.
	 * @return this lobby
	 */
	Lobby countIn() {
		this.guests++;
		return this;
	}

	/**
	 * Count a guest out.
	 * @return whether the lobby is still in use
	 */
	boolean countOut() {
		return --this.guests > 0;
	}

	/**
	 * Wait before the door, which is opened when those before are over.
	 */
	void ask(LockRequest request, Runnable open) {
		this.turnstile.enter(() -> {
			this.waiting.put(request, open);
			admitNext();
		});
		request.outcome().whenComplete((outcome, failure) -> this.turnstile.enter(() -> this.waiting.remove(request)));
	}

	private void admitNext() {
		while (!this.occupied && !this.waiting.isEmpty()) {
			Map.Entry<LockRequest, Runnable> next = this.waiting.entrySet().iterator().next();
			LockRequest request = next.getKey();
			this.waiting.remove(request);
			if (!request.outcome().isDone()) {
				this.occupied = true;
				next.getValue().run();
				request.outcome().whenComplete((outcome, failure) -> leave());
			}
		}
	}

	private void leave() {
		this.turnstile.enter(() -> {
			this.occupied = false;
			admitNext();
		});
	}

	/**
	 * Return who waits before the door.
	 */
	CompletableFuture<List<LockRequest>> waiting() {
		CompletableFuture<List<LockRequest>> all = new CompletableFuture<>();
		this.turnstile.enter(() -> all.complete(List.copyOf(this.waiting.keySet())));
		return all;
	}

}
