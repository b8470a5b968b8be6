package io.zkhelper.test.lock;

import io.zkhelper.lock.LockLoss;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a semaphore does when something goes wrong, on any servers.
 */
abstract class SemaphoreFaultContract extends SharedLockContract {

	@Test
	void permitsCanBeTakenAfterTheServerWasAway() {
		Peer peer = peer();
		Wish before = hold(peer.semaphore(2));
		servers().stopServers();
		servers().await("the lapse", () -> !before.holds());
		Wish first = Wish.of(peer.semaphore(2));
		Wish second = Wish.of(peer.semaphore(2));
		assertWaits(first, second);
		servers().startServers();
		awaitHeld(first, second);
		assertLost(before, LockLoss.LEASE_LAPSED);
		first.close();
		second.close();
		assertNobodyLeft();
	}

	@Test
	void whoClosesItsClientGivesItsPermitsBack() {
		Peer peer = peer();
		Wish held = hold(peer.semaphore(2).several(2));
		Wish waiting = ask(peer.semaphore(2));
		Wish others = ask(peer().semaphore(2).several(2));
		peer.client().closeAsync();
		awaitHeld(others);
		assertLost(held, LockLoss.CLIENT_CLOSED);
		assertFailedBy(waiting, LockLoss.CLIENT_CLOSED);
		assertThat(queue()).hasSize(1);
	}

	@Test
	@DisplayName("TR-01 the permits of who has crashed are free")
	void crashed() {
		Peer peer = peer();
		Wish crashed = hold(peer.semaphore(2));
		Wish other = hold(peer().semaphore(2));
		Wish next = ask(peer().semaphore(2));
		crash(peer, crashed, 0);
		awaitHeld(other, next);
	}

	@Test
	@DisplayName("TR-14, TR-18 waiters that are gone from the queue are in nobody's way")
	void waitersGone() {
		Wish holder = hold(peer().semaphore(2));
		Wish first = ask(peer().semaphore(2).several(2));
		Wish second = ask(peer().semaphore(2).several(2));
		Wish next = ask(peer().semaphore(2));
		servers().expireOwnerOf(Peer.QUEUE + "/" + node(1));
		servers().delete(Peer.QUEUE + "/" + node(2));
		awaitHeld(holder, next);
		assertFailedBy(first, LockLoss.SESSION_EXPIRED);
		servers().await("the second one is back", () -> queue().size() == 3);
		assertWaits(second);
		holder.close();
		next.close();
		awaitHeld(second);
	}

	@Test
	@DisplayName("TR-09 permits are not taken twice when the answer gets lost")
	void creationUnheard() {
		Peer peer = peer();
		hold(peer.semaphore(3)).close();
		assertNobodyLeft();
		Wish two = askUnheard(peer, peer.semaphore(3).several(2));
		awaitHeld(two);
		Wish one = hold(peer().semaphore(3));
		Wish next = ask(peer().semaphore(3).several(2));
		assertWaits(next);
		assertThat(queue()).hasSize(3);
		two.close();
		awaitHeld(one, next);
	}

}
