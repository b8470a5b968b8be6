package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.zkhelper.lock.QueueLock;
import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Waiting for the turn of a node on a real server, also by threads.
 */
class QueueLockRealTests extends QueueLockContract<RealWorld> {

	QueueLockRealTests() {
		super(new RealWorld());
	}

	@Test
	void threadsWaitForAWhileOrLookOnce() throws InterruptedException {
		String first = join("n-");
		QueueLock second = locks().queueLock(join("n-"));
		assertThat(locks().queueLock(first).await(Duration.ZERO)).isTrue();
		assertThat(second.await(Duration.ZERO)).isFalse();
		assertThat(second.await(Duration.ofMillis(100))).isFalse();
		world().await("no watch", () -> world().watches() == 0);
		CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> world().delete(first));
		assertThat(second.await(Duration.ofSeconds(10))).isTrue();
		second.await();
	}

	@Test
	void whoGivesUpLeavesTheWatchOfAnotherOneOnTheSameNode() {
		String first = join("n-");
		String own = join("n-");
		CompletableFuture<Void> impatient = turnOf(own);
		CompletableFuture<Void> patient = turnOf(own);
		world().await("a watch", () -> world().watches() == 1);
		impatient.cancel(true);
		world().during(Duration.ofMillis(300), "one waits", () -> world().watches() == 1);
		world().delete(first);
		get(patient);
		world().await("no watch", () -> world().watches() == 0);
	}

	@Test
	void anInterruptEndsTheWait() {
		join("n-");
		QueueLock second = locks().queueLock(join("n-"));
		Thread waiter = Thread.currentThread();
		CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(waiter::interrupt);
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(second::await);
		world().await("no watch", () -> world().watches() == 0);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> second.await(Duration.ZERO));
	}

}
