package io.zkhelper.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.claim.FencingToken;
import org.jspecify.annotations.Nullable;

/**
 * A place in a queue within this process. What is not final belongs to the queues, which
 * guard it.
 */
final class SoloPlace {

	private final SoloRequest request;

	private final FencingToken token;

	private final CompletableFuture<HeldLock> outcome = new CompletableFuture<>();

	private @Nullable SoloHeld held;

	SoloPlace(SoloRequest request, FencingToken token) {
		this.request = request;
		this.token = token;
	}

	SoloRequest request() {
		return this.request;
	}

	FencingToken token() {
		return this.token;
	}

	/**
	 * Return what decides, for both sides, whether the lock was had in time: who gives up
	 * cancels it, and has the hold if that comes too late.
	 */
	CompletableFuture<HeldLock> outcome() {
		return this.outcome;
	}

	Optional<SoloHeld> held() {
		return Optional.ofNullable(this.held);
	}

	SoloHeld hold(SoloHeld held) {
		this.held = held;
		return held;
	}

	Optional<LocalLock.Hold> localHold() {
		return held().map((own) -> new LocalLock.Hold(this.request.owner().thread(), ageOf(own.since()),
				this.token.toString(), own.remaining()));
	}

	Optional<LocalLock.Waiter> localWaiter() {
		LockOwner owner = this.request.owner();
		return held().isPresent() ? Optional.empty()
				: Optional.of(new LocalLock.Waiter(owner.thread(), ageOf(owner.since())));
	}

	private static Duration ageOf(Instant since) {
		Duration age = Duration.between(since, Instant.now());
		return age.isNegative() ? Duration.ZERO : age;
	}

	LockQueue.Place described() {
		return new LockQueue.Place("place-" + this.token, this.token, held().isPresent(),
				Optional.of(this.request.owner()));
	}

	void lose(LockLoss reason) {
		if (this.held != null) {
			this.held.lose(reason);
		}
		else {
			this.outcome.completeExceptionally(LockLostException.whileWaiting(this.request.lock(), reason));
		}
	}

}
