package io.zkhelper.lock;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.NodeForm;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Paths;

/**
 * The locks of a client.
 */
final class ClientLocks implements DistributedLocks {

	private final LockContext context;

	private final LockDesk desk;

	/**
	 * Create the locks.
	 * @param context what all of them work with
	 */
	ClientLocks(LockContext context) {
		this.context = context;
		this.desk = new LockDesk(context);
	}

	@Override
	public DistributedLock get(String name, LockOptions options) {
		String marker = (options.naming() == NodeNaming.PLAIN) ? "lock-" : LockOrder.EXCLUSIVE_MARKER;
		return lock(new LockSpec(name, directory(name), LocalLock.Kind.EXCLUSIVE, form(marker, options),
				LockOrder.EXCLUSIVE, options));
	}

	private QueuedLock lock(LockSpec spec) {
		return new QueuedLock(spec, this.context, this.desk);
	}

	private String directory(String name) {
		return this.context.engine().path("locks", Paths.segment("a lock", name));
	}

	private static NodeForm form(String marker, LockOptions options) {
		boolean named = options.naming() == NodeNaming.PROTECTED;
		if (options.isPersistent() && !named) {
			throw new IllegalArgumentException(
					"A persistent lock needs 'PROTECTED' names: its process must find its node in a later session");
		}
		return new NodeForm(marker, named,
				options.isPersistent() ? NodeKind.PERSISTENT_SEQUENTIAL : NodeKind.EPHEMERAL_SEQUENTIAL);
	}

	@Override
	public DistributedReadWriteLock readWrite(String name, LockOptions options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public DistributedSemaphore semaphore(String name, int permits, LockOptions options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public DistributedLock all(String... names) {
		throw new UnsupportedOperationException();
	}

	@Override
	public QueueLock queueLock(String path) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<LocalLock> local() {
		return this.desk.describe();
	}

	@Override
	public CompletionStage<LockQueue> inspect(String name) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Boolean> requestRelease(String name) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletionStage<Boolean> breakLock(String name, FencingToken token) {
		throw new UnsupportedOperationException();
	}

}
