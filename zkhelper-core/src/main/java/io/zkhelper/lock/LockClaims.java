package io.zkhelper.lock;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.QueueMemory;
import io.zkhelper.claim.StaleToken;
import io.zkhelper.session.Moment;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Recipe;
import io.zkhelper.session.Session;
import io.zkhelper.session.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * The claims of this process in the queues of locks, in one session after the other.
 */
final class LockClaims implements Recipe {

	private static final int MEMORIES = 1000;

	private final LockContext context;

	private final Set<LockClaim> claims = new LinkedHashSet<>();

	private final Map<String, QueueMemory> memories = new LinkedHashMap<>(16, 0.75f, true);

	private final Map<String, String> leftovers = new LinkedHashMap<>();

	private @Nullable Session session;

	private final CompletableFuture<List<String>> empty = new CompletableFuture<>();

	private long highest;

	private long floor;

	private boolean closed;

	/**
	 * Create without any claim.
	 * @param context what all locks work with
	 */
	LockClaims(LockContext context) {
		this.context = context;
		context.engine().add(this);
	}

	LockContext context() {
		return this.context;
	}

	/**
	 * Return the session, if there is one with a server at the moment. For the event
	 * loop.
	 */
	@Nullable Session connected() {
		return (this.session != null && this.session.isConnected()) ? this.session : null;
	}

	/**
	 * Make a claim, from any thread.
	 * @param queue for whom
	 * @param owner who is to stand in the node
	 */
	LockClaim open(LocalQueue queue, LockOwner owner) {
		LockClaim claim = new LockClaim(this, queue, owner);
		this.context.loop().execute(() -> begin(claim));
		return claim;
	}

	/**
	 * Make a claim in the place of another one, from any thread.
	 * @param queue for whom
	 * @param old the hold whose place it takes
	 * @param from the claim behind that
	 */
	LockClaim inherit(LocalQueue queue, LockHold old, LockClaim from) {
		LockClaim claim = new LockClaim(this, queue, old.owner());
		this.context.loop().execute(() -> {
			this.claims.add(claim);
			claim.inherit(old.node(), old.handOver() + 1, from);
		});
		return claim;
	}

	/**
	 * Return the present.
	 */
	Moment now() {
		return this.context.loop().now();
	}

	private void begin(LockClaim claim) {
		if (this.closed || this.context.client().state() == SessionState.CLOSED) {
			claim.refuse("the client is closed");
			return;
		}
		this.claims.add(claim);
		Session present = connected();
		if (present != null) {
			claim.begin(present);
		}
		else {
			claim.waitForServer();
		}
	}

	/**
	 * A claim has come to its end.
	 */
	void ended(LockClaim claim) {
		this.claims.remove(claim);
		tellIfEmpty();
	}

	/**
	 * Return what is remembered of a queue.
	 */
	QueueMemory memory(String directory) {
		QueueMemory memory = this.memories.computeIfAbsent(directory, (key) -> new QueueMemory());
		if (this.memories.size() > MEMORIES) {
			this.memories.remove(this.memories.keySet().iterator().next());
		}
		return memory;
	}

	/**
	 * Return where the record of a strict lock is.
	 */
	String record(String name) {
		return this.context.engine().path("records", "locks", Paths.segment("a lock", name));
	}

	/**
	 * Return why a token must not be given out: it is not above all of earlier sessions.
	 * @param token the token
	 * @return the reason, empty if all is well
	 */
	Optional<String> whyStale(FencingToken token) {
		this.highest = Math.max(this.highest, token.zxid());
		if (token.zxid() > this.floor) {
			return Optional.empty();
		}
		return Optional.of(new StaleToken(token, new FencingToken(this.floor, 0))
			.explain("stop all processes, empty the fence and start them"));
	}

	/**
	 * Remove a node that outlives its session, now or as soon as there is a server; from
	 * any thread.
	 * @param directory where it is
	 * @param identity whose it is
	 */
	void removeNode(String directory, String identity) {
		this.context.loop().execute(() -> {
			this.leftovers.put(identity, directory);
			removeLeftovers();
		});
	}

	private void removeLeftovers() {
		Session present = connected();
		if (present != null) {
			this.leftovers.forEach((identity,
					directory) -> new Leftover(present, directory, identity, this.leftovers::remove).remove());
		}
	}

	@Override
	public void onSession(Session begun) {
		this.session = begun;
		this.floor = this.highest;
		onResumed();
	}

	@Override
	public void onResumed() {
		removeLeftovers();
		Session present = connected();
		if (present != null) {
			List.copyOf(this.claims).forEach((claim) -> claim.begin(present));
		}
	}

	@Override
	public void onSessionOver(SessionState why) {
		this.session = null;
		List.copyOf(this.claims).forEach((claim) -> claim.sessionOver(loss(why)));
	}

	/**
	 * Return what the end of a session means for locks.
	 */
	static LockLoss loss(SessionState why) {
		return switch (why) {
			case AUTH_FAILED -> LockLoss.AUTH_FAILED;
			case CLOSED -> LockLoss.CLIENT_CLOSED;
			default -> LockLoss.SESSION_EXPIRED;
		};
	}

	// The deletes are on their way when this returns, and so before the end of the
	// session
	@Override
	public CompletionStage<Void> onClosing() {
		this.closed = true;
		List.copyOf(this.claims).forEach(LockClaim::onClosing);
		return CompletableFuture.completedStage(null);
	}

	// The session goes on, and so would the nodes: each has to be gone
	@Override
	public CompletionStage<List<String>> onDetaching() {
		onClosing();
		tellIfEmpty();
		return this.empty;
	}

	private void tellIfEmpty() {
		if (this.closed && this.claims.isEmpty()) {
			this.empty.complete(List.of());
		}
	}

}
