package io.zkhelper.lock;

import java.util.concurrent.CompletableFuture;

import io.zkhelper.session.Lease;
import io.zkhelper.session.Session;

/**
 * A node by which this process has a lock.
 *
 * @param path the node
 * @param zxid the transaction that made it
 * @param handOvers how often the lock was passed on before, by a node at the same place
 * @param lease how long it is held without another heartbeat
 * @param identity whose node it is
 * @param session the session in which it is held
 * @param gone completes when the servers know that it is gone, or its session is over
 */
record LockNode(String path, long zxid, int handOvers, Lease lease, String identity, Session session,
		CompletableFuture<Void> gone) {
}
