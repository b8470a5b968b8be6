package io.zkhelper.lock;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A lock that several threads of one process ask for, give up and close, while the event
 * loop brings the news of the servers.
 */
class LocalQueueConcurrencyTests {

	private static final int ROUNDS = Integer.getInteger("zkhelper.queue.rounds", 2000);

	private static final int SOME = 200;

	@Test
	void oneHoldsAtATimeAndNobodyIsForgotten() {
		for (int i = 0; i < ROUNDS; i++) {
			Rush rush = new Rush();
			Threads.together(rush::ask, rush::ask, rush::closeSome, rush::runSome);
			rush.finish();
			rush.assertOver(2);
		}
	}

	@Test
	void whoGivesUpIsInNobodysWay() {
		for (int i = 0; i < ROUNDS; i++) {
			Rush rush = new Rush();
			CompletableFuture<?> first = rush.ask();
			Threads.together(rush::ask, () -> first.cancel(false), rush::runSome);
			rush.finish();
			rush.assertOver(first.isCancelled() ? 1 : 2);
		}
	}

	/**
	 * One lock of one client, and who holds it.
	 */
	private static final class Rush {

		private final HandLoop loop = new HandLoop();

		private final AtomicInteger granted = new AtomicInteger();

		private final LoneEnsemble ensemble = new LoneEnsemble(this.loop);

		private final AtomicInteger holders = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		private final Queue<HeldLock> held = new ConcurrentLinkedQueue<>();

		private final DistributedLocks locks;

		Rush() {
			ZkClientOptions options = ZkClientOptions.of("nowhere:2181").withListenerExecutor(Runnable::run);
			this.locks = DistributedLocks.on(ZkClient.connect(options, this.ensemble, this.loop));
			this.loop.runAll();
		}

		CompletableFuture<HeldLock> ask() {
			CompletableFuture<HeldLock> asked = this.locks.get("till").acquireAsync().toCompletableFuture();
			asked.thenAccept(this::onGranted);
			return asked;
		}

		private void onGranted(HeldLock lock) {
			this.granted.incrementAndGet();
			this.most.accumulateAndGet(this.holders.incrementAndGet(), Math::max);
			this.held.add(lock);
		}

		// What is left over is for the end
		void closeSome() {
			for (int i = 0; i < SOME; i++) {
				closeOne();
			}
		}

		void runSome() {
			for (int i = 0; i < SOME; i++) {
				this.loop.runAll();
			}
		}

		boolean closeOne() {
			HeldLock lock = this.held.poll();
			if (lock != null) {
				this.holders.decrementAndGet();
				lock.close();
			}
			return lock != null;
		}

		void finish() {
			do {
				this.loop.runAll();
			}
			while (closeOne());
		}

		void assertOver(int grants) {
			assertThat(this.granted.get()).isEqualTo(grants);
			assertThat(this.most.get()).isEqualTo(1);
			assertThat(this.locks.local()).isEmpty();
			assertThat(this.ensemble.isEmpty()).isTrue();
		}

	}

}
