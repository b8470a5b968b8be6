package io.zkhelper.test.lock;

import io.zkhelper.lock.LockLoss;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a lock of many readers or one writer does when something goes wrong, on any
 * servers.
 */
abstract class ReadWriteLockFaultContract extends SharedLockContract {

	@Test
	@DisplayName("TR-01 a reader that has crashed is in no writer's way")
	void crashedReader() {
		Peer peer = peer();
		Wish crashed = hold(peer.read());
		Wish reader = hold(peer().read());
		Wish writer = ask(peer().write());
		crash(peer, crashed, 0);
		assertWaits(writer);
		reader.close();
		awaitHeld(writer);
		assertLost(crashed, LockLoss.LEASE_LAPSED);
	}

	@Test
	@DisplayName("TR-18 a writer whose session ends while it waits is told, and lets readers in")
	void expiredWaiter() {
		Wish reader = hold(peer().read());
		Wish writer = ask(peer().write());
		Wish next = ask(peer().read());
		servers().expireOwnerOf(Peer.QUEUE + "/" + node(1));
		awaitHeld(reader, next);
		assertFailedBy(writer, LockLoss.SESSION_EXPIRED);
	}

	@Test
	@DisplayName("TR-14 a writer whose node somebody deletes has lost the lock")
	void nodeOfTheHolderDeleted() {
		Wish writer = hold(peer().write());
		Wish reader = ask(peer().read());
		servers().delete(Peer.QUEUE + "/" + node(0));
		awaitHeld(reader);
		assertLost(writer, LockLoss.NODE_DELETED);
	}

	@Test
	@DisplayName("TR-14 a writer whose node somebody deletes while it waits goes to the end of the queue")
	void nodeOfAWaiterDeleted() {
		Wish reader = hold(peer().read());
		Wish writer = ask(peer().write());
		Wish next = ask(peer().read());
		servers().delete(Peer.QUEUE + "/" + node(1));
		awaitHeld(reader, next);
		reader.close();
		servers().await("it is back",
				() -> queue().stream().anyMatch((name) -> name.endsWith("-write-lock-0000000003")));
		Wish last = ask(peer().read());
		next.close();
		awaitHeld(writer);
		assertWaits(last);
	}

	@Test
	@DisplayName("TR-09 a reader whose node was made without an answer has one")
	void creationUnheard() {
		Peer peer = peer();
		hold(peer.read()).close();
		assertNobodyLeft();
		Wish reader = askUnheard(peer, peer.read());
		awaitHeld(reader);
		Wish writer = ask(peer().write());
		assertWaits(writer);
		assertThat(queue()).hasSize(2);
		reader.close();
		awaitHeld(writer);
		writer.close();
		assertNobodyLeft();
	}

	@Test
	@DisplayName("TR-10 a reader whose node was deleted without an answer can come again")
	void deletionUnheard() {
		Peer peer = peer();
		Wish reader = hold(peer.read());
		Wish writer = ask(peer().write());
		closeUnheard(peer, reader);
		awaitHeld(writer);
		Wish again = ask(peer.read());
		assertWaits(again);
		writer.close();
		awaitHeld(again);
		assertThat(queue()).hasSize(1);
	}

	@Test
	@DisplayName("TR-19 what is closed without a connection is free when there is one again")
	void closedWithoutConnection() {
		Peer peer = peer();
		Wish reader = hold(peer.read());
		Wish writer = ask(peer().write());
		servers().cut(peer.client());
		reader.close();
		assertWaits(writer);
		servers().heal(peer.client());
		awaitHeld(writer);
	}

	@Test
	void whoClosesItsClientLeavesTheQueue() {
		Peer peer = peer();
		Wish reader = hold(peer().read());
		Wish writer = ask(peer.write());
		Wish next = ask(peer().read());
		peer.client().closeAsync();
		awaitHeld(reader, next);
		assertFailedBy(writer, LockLoss.CLIENT_CLOSED);
	}

}
