package io.zkhelper.lock;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.NodeForm;
import io.zkhelper.claim.Precedence;
import io.zkhelper.claim.Safety;
import io.zkhelper.lock.LocalLock.Kind;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Paths;

/**
 * The locks of a client.
 */
final class ClientLocks implements DistributedLocks {

	private final LockContext context;

	private final LocalQueues queues;

	private final Errands errands;

	private final LockQueries queries;

	private final LockDesk desk;

	/**
	 * Create the locks.
	 * @param context what all of them work with
	 */
	ClientLocks(LockContext context) {
		this.context = context;
		this.queues = new LocalQueues(new LockClaims(context));
		this.errands = new Errands(context);
		this.queries = new LockQueries(this.errands);
		this.desk = new LockDesk(context, this.queues, this.queries);
	}

	@Override
	public DistributedLock get(String name, LockOptions options) {
		String marker = (options.naming() == NodeNaming.PLAIN) ? "lock-" : LockOrder.EXCLUSIVE_MARKER;
		// Who writes a record has to know all who are in the queue when it is written
		Precedence precedence = (options.safety() == Safety.STRICT) ? Precedence.EVERYBODY_AHEAD : LockOrder.EXCLUSIVE;
		return lock(spec(name, Kind.EXCLUSIVE, marker, precedence, options));
	}

	private LockSpec spec(String name, Kind kind, String marker, Precedence precedence, LockOptions options) {
		return new LockSpec(name, directory(name), kind, form(marker, options), precedence, options);
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
		requireSuitable(name, options);
		return new ClientReadWriteLock(lock(spec(name, Kind.READ, LockOrder.READ_MARKER, LockOrder.READ, options)),
				lock(spec(name, Kind.WRITE, LockOrder.WRITE_MARKER, LockOrder.EXCLUSIVE, options)), this.queues);
	}

	private static void requireSuitable(String name, LockOptions options) {
		if (options.naming() == NodeNaming.PLAIN) {
			throw new IllegalArgumentException(
					"'PLAIN' names are for exclusive locks only, they can't tell what '%s' asks for".formatted(name));
		}
		if (options.safety() == Safety.STRICT) {
			throw new IllegalArgumentException(
					"'STRICT' safety is for exclusive locks only: '%s' may have several holders".formatted(name));
		}
	}

	@Override
	public DistributedSemaphore semaphore(String name, int permits, LockOptions options) {
		requireSuitable(name, options);
		PermitOrder order = new PermitOrder(name, permits);
		return new ClientSemaphore(permits,
				(wanted) -> lock(spec(name, Kind.SEMAPHORE, PermitOrder.marker(wanted, permits), order, options)));
	}

	@Override
	public DistributedLock all(String... names) {
		List<DistributedLock> parts = SeveralLocks.inOrder(names).stream().map(this::get).toList();
		return new SeveralLocks(parts, () -> this.context.loop().now().nanos(), this.context.listenerExecutor());
	}

	@Override
	public QueueLock queueLock(String path) {
		Paths.require("path of a queue node", path);
		return new QueueWait(this.errands, this.context.engine().options().chroot() + path);
	}

	@Override
	public List<LocalLock> local() {
		return this.queues.describe();
	}

	@Override
	public CompletionStage<LockQueue> inspect(String name) {
		return this.queries.inspect(name, directory(name));
	}

	@Override
	public CompletionStage<Boolean> requestRelease(String name) {
		return this.queries.requestRelease(name, directory(name));
	}

	@Override
	public CompletionStage<Boolean> breakLock(String name, FencingToken token) {
		return this.queries.breakLock(name, directory(name), token);
	}

}
