package io.zkhelper.lock;

import io.zkhelper.session.Refusal;

/**
 * The servers, or the client, refuse to take part in the queue of a lock.
 *
 * @since 1.0.0
 */
public class LockRefusedException extends LockException {

	private static final long serialVersionUID = 1L;

	LockRefusedException(String lockName, String why) {
		this(lockName, "acquired", why);
	}

	/**
	 * Create the exception.
	 * @param lockName the name of the lock
	 * @param what what can't be done to it: a participle
	 * @param why the reason
	 */
	LockRefusedException(String lockName, String what, String why) {
		super(lockName, "Lock '%s' can't be %s: %s".formatted(lockName, what, why));
	}

	/**
	 * Say what the servers have refused, and what to do about it.
	 */
	static String explain(Refusal refusal) {
		return switch (refusal.error()) {
			case NO_AUTH -> refusal + ". Connect with the credentials of those who made the directory";
			case NO_NODE -> refusal + ". Create the directory, or let the lock do so (creatingDirectory)";
			case QUEUE_FULL -> refusal + ". Over 10000 nodes are there: let threads of one process share a client and"
					+ " its locks, or look for who leaves nodes behind";
			case NODE_EXISTS ->
				refusal + ". Its numbers are used up: delete the directory when nobody is in it, so that the"
						+ " servers count from 0 again; protected names do without";
			default -> refusal.toString();
		};
	}

}
