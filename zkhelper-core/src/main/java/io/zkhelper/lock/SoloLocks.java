package io.zkhelper.lock;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.LocalLock.Kind;
import io.zkhelper.lock.LockOwner.OwnerProcess;
import io.zkhelper.session.ListenerThreads;
import io.zkhelper.session.Paths;

/**
 * Locks within this process, without servers.
 */
final class SoloLocks implements DistributedLocks {

	private final OwnerProcess process;

	private final SoloQueues queues = new SoloQueues(ListenerThreads.start());

	SoloLocks(OwnerProcess process) {
		this.process = process;
	}

	private SoloDesk desk(String name, LockOptions options) {
		// The names of locks that servers would take, so that switching over holds no
		// surprise
		Paths.segment("a lock", name);
		return new SoloDesk(name, options, this.process, this.queues);
	}

	@Override
	public DistributedLock get(String name, LockOptions options) {
		return new SoloLock(desk(name, options), SoloShare.of(Kind.EXCLUSIVE));
	}

	@Override
	public DistributedReadWriteLock readWrite(String name, LockOptions options) {
		return new SoloReadWriteLock(desk(name, options));
	}

	@Override
	public DistributedSemaphore semaphore(String name, int permits, LockOptions options) {
		return new SoloSemaphore(desk(name, options), permits);
	}

	@Override
	public DistributedLock all(String... names) {
		List<DistributedLock> parts = SeveralLocks.inOrder(names).stream().map(this::get).toList();
		return new SeveralLocks(parts, System::nanoTime, this.queues.executor());
	}

	@Override
	public QueueLock queueLock(String path) {
		throw new LockRefusedException(path, "there are no nodes to queue with in zkhelper.mode=single");
	}

	@Override
	public List<LocalLock> local() {
		return this.queues.locks().stream().flatMap(this::local).toList();
	}

	private Stream<LocalLock> local(String name) {
		List<SoloPlace> places = this.queues.places(name);
		return Stream.of(Kind.values())
			.map((kind) -> local(name, kind,
					places.stream().filter((place) -> place.request().share().kind() == kind).toList()))
			.filter((lock) -> !lock.holds().isEmpty() || !lock.waiting().isEmpty());
	}

	private static LocalLock local(String name, Kind kind, List<SoloPlace> places) {
		return new LocalLock(name, kind, places.stream().flatMap((place) -> place.localHold().stream()).toList(),
				places.stream().flatMap((place) -> place.localWaiter().stream()).toList());
	}

	@Override
	public CompletionStage<LockQueue> inspect(String name) {
		List<LockQueue.Place> places = this.queues.places(name).stream().map(SoloPlace::described).toList();
		return CompletableFuture.completedFuture(new LockQueue(name, places, Instant.now()));
	}

	@Override
	public CompletionStage<Boolean> requestRelease(String name) {
		List<SoloHeld> holds = this.queues.places(name).stream().flatMap((place) -> place.held().stream()).toList();
		holds.forEach((held) -> held.wishes().add());
		return CompletableFuture.completedFuture(!holds.isEmpty());
	}

	@Override
	public CompletionStage<Boolean> breakLock(String name, FencingToken token) {
		return CompletableFuture.completedFuture(this.queues.evict(name, token));
	}

}
