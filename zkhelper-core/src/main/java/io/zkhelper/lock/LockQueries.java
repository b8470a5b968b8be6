package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.Inspection.Snapshot;

/**
 * What can be asked about the queue of a lock, and be done to those who stand in it.
 */
final class LockQueries {

	/** How many places of a queue are shown. */
	private static final int SHOWN = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** To tell who has a lock must not hold up those who did not get it. */
	private static final Duration SHORT_PATIENCE = Duration.ofMillis(250);

	private final Errands errands;

	/**
	 * Create for the locks of a client.
	 * @param errands where errands are done
	 */
	LockQueries(Errands errands) {
		this.errands = errands;
	}

	/**
	 * Look at a queue.
	 */
	CompletionStage<LockQueue> inspect(String lock, String directory) {
		return ask(lock, "inspected",
				(session, reader) -> new Inspection(session, directory, SHOWN)
					.start((answer) -> reader.accept(answer.map((seen) -> new LockQueue(lock, seen.places(),
							seen.queue().size(), this.errands.context().loop().now().wall())))));
	}

	/**
	 * Find out who is in the way, within a quarter of a second.
	 * @param directory the queue
	 * @param own the own node, which may be gone already; everybody is in the way of who
	 * had none
	 * @return completes never exceptionally
	 */
	CompletionStage<Obstacle> obstacle(String directory, Optional<Contender> own) {
		return Query
			.<Snapshot>start(this.errands, SHORT_PATIENCE, IllegalStateException::new,
					(session, reader) -> new Inspection(session, directory, 1).start(reader))
			.handle((seen, failure) -> (failure != null)
					? Obstacle.unknown("nobody knows who has it, since " + LockException.causeOf(failure).getMessage())
					: obstacle(seen, own));
	}

	private static Obstacle obstacle(Snapshot seen, Optional<Contender> own) {
		int ahead = own.map((node) -> ahead(seen.queue(), node)).orElse(seen.queue().size());
		if (ahead == 0 || seen.places().isEmpty()) {
			return Obstacle.unknown("whoever had it has let go in the meantime");
		}
		LockQueue.Place first = seen.places().get(0);
		return new Obstacle(first.owner().orElse(null), ahead,
				"held by node '%s', which does not say whose it is".formatted(first.node()));
	}

	private static int ahead(List<Contender> queue, Contender own) {
		int place = queue.indexOf(own);
		if (place >= 0 || queue.stream().anyMatch(Contender::isBeyondCounting)) {
			return (place >= 0) ? place : queue.size();
		}
		return (int) queue.stream().filter((other) -> other.sequence() < own.sequence()).count();
	}

	/**
	 * Take a place in a queue from whoever has it.
	 */
	CompletionStage<Boolean> breakLock(String lock, String directory, FencingToken token) {
		return ask(lock, "broken", new Eviction(directory, token));
	}

	/**
	 * Ask the holders to let go.
	 */
	CompletionStage<Boolean> requestRelease(String lock, String directory) {
		LockOwner asker = this.errands.context().owner("");
		return ask(lock, "asked for", new ReleaseRequest(directory, asker));
	}

	private <T> CompletionStage<T> ask(String lock, String what, Query.Request<T> request) {
		return Query.start(this.errands, PATIENCE, (why) -> new LockRefusedException(lock, what, why), request);
	}

}
