package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.server.FrameProxy;
import io.zkhelper.test.server.RequestFrame;

/**
 * One run of a scenario below a root of its own, with faults that befall it.
 */
final class Course implements AutoCloseable {

	private static final long FIRST_POLL = Duration.ofMillis(2).toNanos();

	private static final long LAST_POLL = Duration.ofMillis(40).toNanos();

	private final Arena arena;

	private final Duration patience;

	private final String root;

	private final List<FaultPoint> points;

	private final List<CompletableFuture<RequestFrame>> struck;

	private final Trace trace = new Trace();

	private final List<Actor> actors = new CopyOnWriteArrayList<>();

	private final List<FrameProxy> proxies = new CopyOnWriteArrayList<>();

	private final List<Stranger> others = new CopyOnWriteArrayList<>();

	private final Map<String, Holders> holders = new ConcurrentHashMap<>();

	private final Queue<CourseException> violations = new ConcurrentLinkedQueue<>();

	Course(Arena arena, Duration patience, List<FaultPoint> points) {
		this.arena = arena;
		this.patience = patience;
		this.points = points;
		this.root = arena.newRoot();
		this.struck = points.stream().map((point) -> new CompletableFuture<RequestFrame>()).toList();
	}

	String root() {
		return this.root;
	}

	EmbeddedZooKeeper server() {
		return this.arena.server();
	}

	Stranger stranger() {
		return this.arena.stranger();
	}

	Trace trace() {
		return this.trace;
	}

	/**
	 * Connect an actor, and wait until it is.
	 */
	Actor actor(String name) {
		Actor actor = new Actor(name, this, address(name));
		this.actors.add(actor);
		await(actor + " is connected", actor::isConnected);
		return actor;
	}

	/**
	 * Return how a client reaches the server through a proxy of its own. Several times,
	 * or it would rest for a second before it tries again.
	 */
	String address(String client) {
		FrameProxy proxy = FrameProxy.to(server().port());
		this.proxies.add(proxy);
		proxy.onRequest(this.trace.of(client));
		IntStream.range(0, this.points.size())
			.filter((index) -> this.points.get(index).client().equals(client))
			.forEach((index) -> arm(proxy, index));
		return String.join(",", proxy.connectString(), proxy.connectString(), proxy.connectString());
	}

	private void arm(FrameProxy proxy, int index) {
		FaultPoint point = this.points.get(index);
		proxy.fail(point.fault(), (frame) -> frame.equals(point.frame()) && isDue(index)).thenAccept((frame) -> {
			this.trace.struck();
			this.struck.get(index).complete(frame);
		});
	}

	// One after the other
	private boolean isDue(int index) {
		return index == 0 || this.struck.get(index - 1).isDone();
	}

	boolean isReached() {
		return this.struck.stream().allMatch(CompletableFuture::isDone);
	}

	Holders holders(Share share) {
		return this.holders.computeIfAbsent(share.lock(), (lock) -> new Holders(lock, share.capacity()));
	}

	void look() {
		this.holders.values().forEach(Holders::look);
	}

	void violated(Verdict verdict, String what) {
		this.violations.add(new CourseException(verdict, what));
	}

	private void requireOrder() {
		this.holders.values().forEach(Holders::requireOrder);
		if (!this.violations.isEmpty()) {
			throw this.violations.element();
		}
	}

	void await(String what, BooleanSupplier holds) {
		await(Verdict.STUCK, what, holds);
	}

	/**
	 * Wait, while everybody asks again for what was lost. Time in which the machine did
	 * not let this thread run does not count: others did not run either.
	 */
	void await(Verdict otherwise, String what, BooleanSupplier holds) {
		long poll = FIRST_POLL;
		long left = this.patience.toNanos();
		while (!holds.getAsBoolean()) {
			this.actors.forEach(Actor::renew);
			if (left < 0) {
				throw new CourseException(otherwise,
						"waited in vain for: %s; nodes %s; %s".formatted(what, nodes().toList(), this.trace));
			}
			long start = System.nanoTime();
			LockSupport.parkNanos(poll);
			left -= Math.min(System.nanoTime() - start, 2 * poll);
			poll = Math.min(LAST_POLL, poll + poll / 4);
		}
	}

	/**
	 * Wait until somebody stands in a queue, and has asked all that is to be asked for
	 * it.
	 */
	void awaitPlace(Actor actor, Want want, String lock, int place) {
		await(actor + " waits", () -> want.isHeld() || queue(lock) >= place);
		awaitQuiet(actor);
	}

	void awaitQuiet(Actor actor) {
		await(actor + " asks nothing more", () -> this.trace.isQuiet(actor.toString()));
	}

	/**
	 * Return how many nodes are in the queue of a lock.
	 */
	int queue(String lock) {
		return children("/locks/" + lock).size();
	}

	int candidates() {
		return children("/elections/" + Candidate.ELECTION + "/candidates").size();
	}

	List<String> children(String path) {
		return List.copyOf(server().children(this.root + path));
	}

	/**
	 * Return the nodes of all queues.
	 */
	private Stream<String> nodes() {
		return Stream
			.of(children("/locks").stream().flatMap((lock) -> children("/locks/" + lock).stream()),
					children("/elections/" + Candidate.ELECTION + "/candidates").stream(), children("/naive").stream())
			.flatMap((each) -> each);
	}

	/**
	 * Let everybody go home, and see that nothing is left behind: first while sessions
	 * live, which would hide nothing, and then without them.
	 */
	void finish() {
		await(Verdict.GHOST, "one node for each participant", () -> candidates() == participants());
		this.actors.forEach(Actor::letGo);
		await(Verdict.GHOST, "all queues are empty", () -> nodes().findAny().isEmpty());
		this.actors.forEach(Actor::beginClose);
		this.actors.forEach(Actor::close);
		await(Verdict.GHOST, "all queues are still empty", () -> nodes().findAny().isEmpty());
		requireOrder();
	}

	private long participants() {
		return everyCandidate().filter(Candidate::isIn).count();
	}

	private Stream<Candidate> everyCandidate() {
		return this.actors.stream().flatMap((actor) -> actor.candidates().stream());
	}

	/**
	 * Whether everybody sees the election as it is.
	 */
	boolean isSettled() {
		long participants = participants();
		return everyCandidate().filter(Candidate::looks).allMatch((candidate) -> candidate.isUpToDate(participants));
	}

	/**
	 * Close what is not an actor's in the end.
	 */
	void onClose(Stranger other) {
		this.others.add(other);
	}

	@Override
	public void close() {
		this.others.forEach(Stranger::close);
		this.actors.forEach(Actor::beginClose);
		this.proxies.forEach(FrameProxy::close);
	}

}
