package io.zkhelper.lock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where those wait in this process who want a permit, so that only one of them at a time
 * waits in the queue of all processes and watches it.
 */
final class Lobby {

	private final Turnstile turnstile = new Turnstile();

	private final Deque<Guest> waiting = new ArrayDeque<>();

	private boolean occupied;

	private int guests;

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
			if (request.isLook() && this.occupied) {
				request.busy();
				return;
			}
			this.waiting.add(new Guest(request, open));
			admitNext();
		});
	}

	private void admitNext() {
		while (!this.occupied && !this.waiting.isEmpty()) {
			Guest next = this.waiting.remove();
			if (!next.request().outcome().isDone()) {
				this.occupied = true;
				next.open().run();
				next.request().outcome().whenComplete((outcome, failure) -> leave());
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
		this.turnstile.enter(() -> all.complete(
				this.waiting.stream().map(Guest::request).filter((request) -> !request.outcome().isDone()).toList()));
		return all;
	}

	/**
	 * Somebody who waits.
	 */
	private record Guest(LockRequest request, Runnable open) {
	}

}
