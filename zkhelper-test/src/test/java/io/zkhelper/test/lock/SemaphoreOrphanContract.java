package io.zkhelper.test.lock;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What is left of permits whose nodes somebody deletes, on any servers.
 */
abstract class SemaphoreOrphanContract extends SharedLockContract {

	@Test
	@DisplayName("TestInterProcessSemaphore: a waiter whose node somebody deletes is served, and leaves none behind")
	void nodeOfAWaiterDeleted() {
		Peer peer = peer();
		Wish holder = hold(peer.semaphore(1));
		Wish waiter = ask(peer().semaphore(1));
		servers().delete(Peer.QUEUE + "/" + node(1));
		assertWaits(waiter);
		holder.close();
		awaitHeld(waiter);
		waiter.close();
		assertNobodyLeft();
		hold(peer.semaphore(1));
	}

}
