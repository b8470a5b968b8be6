package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocksBuilder;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that contend for locks, and what must hold whatever they do: one holds at a
 * time, and nothing is left behind.
 *
 * @param <W> where it happens
 */
abstract class LockScenes<W extends World> {

	static final String QUEUE = "/zkhelper/locks/ledger";

	private final W world;

	private final List<Attempt> attempts = new ArrayList<>();

	private final List<ZkClient> clients = new ArrayList<>();

	private final List<String> strangers = new ArrayList<>();

	LockScenes(W world) {
		this.world = world;
	}

	@AfterEach
	void leaveNothingBehind() {
		try {
			this.clients.forEach(this.world::heal);
			this.attempts.forEach(Attempt::end);
			this.world.await("nothing is left behind", () -> this.strangers.containsAll(contenders()));
		}
		finally {
			this.world.close();
		}
	}

	final W world() {
		return this.world;
	}

	/**
	 * Start a process.
	 */
	LockUser user() {
		return user(UnaryOperator.identity());
	}

	LockUser user(UnaryOperator<DistributedLocksBuilder> settings) {
		ZkClient client = this.world.connect();
		this.clients.add(client);
		return LockUser.of(client, settings);
	}

	/**
	 * Start a process, and wait until it is connected.
	 */
	LockUser connected() {
		LockUser user = user();
		this.world.await("a connection", () -> user.client().state() == SessionState.CONNECTED);
		return user;
	}

	/**
	 * Stand in the queue as somebody who knows nothing of zkhelper.
	 * @return the path of the node
	 */
	String stranger(String prefix) {
		String path = this.world.append(QUEUE + "/" + prefix);
		this.strangers.add(path.substring(QUEUE.length() + 1));
		return path;
	}

	/**
	 * Write something into the queue that is no contender.
	 */
	void stray(String name) {
		this.world.write(QUEUE + "/" + name, "");
		this.strangers.add(name);
	}

	Attempt ask(LockUser user) {
		return ask(user.ledger());
	}

	Attempt ask(DistributedLock lock) {
		return watched(new Attempt(lock.name(), lock.acquireAsync()));
	}

	Attempt ask(DistributedLock lock, Duration timeout) {
		return watched(new Attempt(lock.name(), lock.acquireAsync(timeout)));
	}

	Attempt look(LockUser user) {
		return ask(user.ledger(), Duration.ZERO);
	}

	private Attempt watched(Attempt attempt) {
		this.attempts.add(attempt);
		return attempt;
	}

	/**
	 * Ask, and wait for the place in the queue.
	 */
	Attempt queue(LockUser user) {
		int before = contenders().size();
		Attempt attempt = ask(user);
		this.world.await("a place in the queue", () -> contenders().size() == before + 1);
		return attempt;
	}

	/**
	 * Ask, and wait until it is held.
	 */
	Attempt hold(LockUser user) {
		return hold(user.ledger());
	}

	Attempt hold(DistributedLock lock) {
		Attempt attempt = ask(lock);
		awaitHeld(attempt);
		return attempt;
	}

	void awaitHeld(Attempt attempt) {
		this.world.await("the lock is held", () -> neverBoth() && attempt.isOver() && attempt.held().isValid());
	}

	void awaitOver(Attempt attempt) {
		this.world.await("the attempt is over", () -> neverBoth() && attempt.isOver());
	}

	void awaitDone(String what, CompletionStage<?> stage) {
		CompletableFuture<?> future = stage.toCompletableFuture();
		this.world.await(what, future::isDone);
		future.join();
	}

	void awaitReleased(HeldLock held) {
		awaitDone("the release", held.release());
	}

	void awaitContenders(int expected) {
		this.world.await(expected + " contenders", () -> contenders().size() == expected);
	}

	List<String> contenders() {
		return this.world.children(QUEUE);
	}

	/**
	 * Return the path of a node.
	 * @param place its place in the queue, from 0
	 */
	String node(int place) {
		List<String> names = contenders().stream()
			.sorted((one, other) -> number(one).compareTo(number(other)))
			.toList();
		return QUEUE + "/" + names.get(place);
	}

	private static String number(String name) {
		return name.substring(name.length() - 10);
	}

	/**
	 * Whether at most one holds each lock.
	 */
	boolean neverBoth() {
		Map<String, List<Attempt>> holders = new HashMap<>();
		this.attempts.stream()
			.filter(Attempt::isHeld)
			.forEach((attempt) -> holders.computeIfAbsent(attempt.lock(), (key) -> new ArrayList<>()).add(attempt));
		// Time goes on between two looks: only who is seen again after the last one held
		// together with it
		holders.values().forEach((some) -> some.subList(0, some.size() - 1).removeIf((first) -> !first.isHeld()));
		assertThat(holders.values()).as("holders of each lock").allMatch((some) -> some.size() == 1);
		return true;
	}

	long held(Attempt... some) {
		return Stream.of(some).filter(Attempt::isHeld).count();
	}

}
