package io.zkhelper.lock;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.LockOwner.OwnerProcess;
import io.zkhelper.session.LocalHost;
import io.zkhelper.session.ZkClient;

/**
 * The locks of a client. One for each client is enough: locks of the same name that come
 * from different ones contend with each other like those of different processes.
 *
 * @since 1.0.0
 */
public interface DistributedLocks {

	/**
	 * Return the locks of a client.
	 * @param client the client
	 * @return the locks
	 */
	static DistributedLocks on(ZkClient client) {
		return builder(client).build();
	}

	/**
	 * Return a builder of the locks of a client.
	 * @param client the client
	 * @return the builder
	 */
	static DistributedLocksBuilder builder(ZkClient client) {
		return new DistributedLocksBuilder(client);
	}

	/**
	 * Return locks within this process only, for one instance alone and for tests. They
	 * behave as others do and are never lost, unless somebody breaks them. Every call
	 * returns others, which know nothing of each other.
	 * @param instance names the instance, for those who ask who has a lock
	 * @return the locks
	 */
	static DistributedLocks single(String instance) {
		return new SoloLocks(new OwnerProcess(instance, LocalHost.name(), ProcessHandle.current().pid()));
	}

	/**
	 * Return locks that nobody gets: attempts with a timeout end at once, as if it had
	 * run out; those without are refused with {@link LockRefusedException}.
	 * @return the locks
	 */
	static DistributedLocks off() {
		return new OffLocks();
	}

	/**
	 * Return a lock of one holder.
	 * @param name the name, up to 200 bytes
	 * @return the lock
	 * @throws IllegalArgumentException if the name is empty or too long
	 */
	default DistributedLock get(String name) {
		return get(name, LockOptions.DEFAULT);
	}

	/**
	 * Return a lock of one holder.
	 * @param name the name, up to 200 bytes
	 * @param options how it is taken and kept
	 * @return the lock
	 * @throws IllegalArgumentException if the name is empty or too long
	 */
	DistributedLock get(String name, LockOptions options);

	/**
	 * Return a lock of many readers or one writer.
	 * @param name the name, up to 200 bytes
	 * @return the lock
	 * @throws IllegalArgumentException if the name is empty or too long
	 */
	default DistributedReadWriteLock readWrite(String name) {
		return readWrite(name, LockOptions.DEFAULT);
	}

	/**
	 * Return a lock of many readers or one writer.
	 * @param name the name, up to 200 bytes
	 * @param options how it is taken and kept
	 * @return the lock
	 * @throws IllegalArgumentException if the name is empty or too long, or the options
	 * don't fit: {@link NodeNaming#PLAIN} names can't tell readers from writers
	 */
	DistributedReadWriteLock readWrite(String name, LockOptions options);

	/**
	 * Return a lock of several holders.
	 * @param name the name, up to 200 bytes
	 * @param permits how many permits there are
	 * @return the lock
	 * @throws IllegalArgumentException if the name is empty or too long, or there is no
	 * permit
	 */
	default DistributedSemaphore semaphore(String name, int permits) {
		return semaphore(name, permits, LockOptions.DEFAULT);
	}

	/**
	 * Return a lock of several holders.
	 * @param name the name, up to 200 bytes
	 * @param permits how many permits there are
	 * @param options how it is taken and kept
	 * @return the lock
	 * @throws IllegalArgumentException if the name is empty or too long, there is no
	 * permit, or the options don't fit: {@link NodeNaming#PLAIN} names can't tell how
	 * many permits they ask for
	 */
	DistributedSemaphore semaphore(String name, int permits, LockOptions options);

	/**
	 * Return a lock of several names, all or none of which are held. They are taken in
	 * one order by everybody, so that two who ask for the same ones never wait for each
	 * other.
	 * @param names the names
	 * @return the lock
	 * @throws IllegalArgumentException if there is no name, a name is there twice, or one
	 * is empty or too long
	 */
	DistributedLock all(String... names);

	/**
	 * Return what waits for a node of the caller's own to be the first in its queue.
	 * @param path the node, made by the caller, below the chroot of the connect string
	 * @return the queue lock
	 * @throws IllegalArgumentException if the path is not valid, or its name does not end
	 * in ten digits
	 */
	QueueLock queueLock(String path);

	/**
	 * Return what this process holds and waits for, from memory.
	 * @return the locks, by name
	 */
	List<LocalLock> local();

	/**
	 * Look at the queue of a lock.
	 * @param name the name of the lock
	 * @return the queue, empty if nobody contends; completed exceptionally with
	 * {@link LockRefusedException} when the servers can't be asked
	 */
	CompletionStage<LockQueue> inspect(String name);

	/**
	 * Ask the holders of a lock to let go, see {@link HeldLock#onReleaseRequested}. The
	 * wish is forgotten when they have heard it, when they have let go, and when the
	 * session ends.
	 * @param name the name of the lock
	 * @return completes with whether there was a holder to ask
	 */
	CompletionStage<Boolean> requestRelease(String name);

	/**
	 * Take a lock away from whoever has it: delete the node of a place in its queue. A
	 * holder that lives learns it with its next heartbeat, and may go on until then: make
	 * sure that it is gone, or that it is fenced. Meant for
	 * {@linkplain LockOptions#persistent(boolean) persistent locks} of processes that are
	 * gone.
	 * @param name the name of the lock
	 * @param token the token of the place, as {@link #inspect} has shown it: only this
	 * one is removed
	 * @return completes with whether there was such a place
	 */
	CompletionStage<Boolean> breakLock(String name, FencingToken token);

}
