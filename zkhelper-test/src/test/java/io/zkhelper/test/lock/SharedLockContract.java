package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several processes that want locks of the same name, which some may hold together.
 */
abstract class SharedLockContract {

	/** Long enough for whoever is allowed to go ahead. */
	static final Duration A_WHILE = Duration.ofMillis(60);

	private final World world = world();

	abstract World world();

	@AfterEach
	void close() {
		this.world.close();
	}

	World servers() {
		return this.world;
	}

	/**
	 * Another process.
	 */
	Peer peer() {
		return Peer.connect(this.world);
	}

	List<String> queue() {
		return this.world.children(Peer.QUEUE);
	}

	/**
	 * The node of the contender that has joined at this place.
	 */
	String node(int place) {
		return queue().stream().filter((name) -> name.endsWith("%010d".formatted(place))).findFirst().orElseThrow();
	}

	/**
	 * Ask, and wait until it stands in the queue.
	 */
	Wish ask(DistributedLock lock) {
		List<String> before = queue();
		Wish wish = Wish.of(lock);
		this.world.await("one more in the queue", () -> !before.containsAll(queue()));
		return wish;
	}

	/**
	 * Ask and get it.
	 */
	Wish hold(DistributedLock lock) {
		Wish wish = ask(lock);
		awaitHeld(wish);
		return wish;
	}

	void awaitHeld(Wish... wishes) {
		this.world.await("held", () -> List.of(wishes).stream().allMatch(Wish::holdsByNow));
	}

	void assertWaits(Wish... wishes) {
		this.world.during(A_WHILE, "still waiting", () -> List.of(wishes).stream().noneMatch(Wish::isOver));
	}

	/**
	 * Wait until these hold, see that those behind them don't, and let them go.
	 */
	void assertWave(List<Wish> wishes, int from, int to) {
		awaitHeld(wishes.subList(from, to).toArray(Wish[]::new));
		assertWaits(wishes.subList(to, wishes.size()).toArray(Wish[]::new));
		wishes.subList(from, to).forEach(Wish::close);
	}

	void await(String what, CompletionStage<?> stage) {
		AtomicBoolean done = new AtomicBoolean();
		stage.thenAccept((ignored) -> done.set(true));
		this.world.await(what, done::get);
	}

	/**
	 * Ask while no answer arrives, and break the connection when the node is there.
	 */
	Wish askUnheard(Peer peer, DistributedLock lock) {
		this.world.deafen(peer.client());
		Wish wish = ask(lock);
		reconnect(peer);
		return wish;
	}

	/**
	 * Close while no answer arrives, and break the connection when the node is gone.
	 */
	void closeUnheard(Peer peer, Wish wish) {
		List<String> before = queue();
		this.world.deafen(peer.client());
		wish.close();
		this.world.await("one less in the queue", () -> !queue().containsAll(before));
		reconnect(peer);
	}

	private void reconnect(Peer peer) {
		this.world.cut(peer.client());
		this.world.heal(peer.client());
	}

	/**
	 * Cut off the holder that has joined at this place, and end its session.
	 */
	void crash(Peer peer, Wish held, int place) {
		this.world.cut(peer.client());
		this.world.await("the lapse", () -> !held.holds());
		this.world.expireOwnerOf(Peer.QUEUE + "/" + node(place));
	}

	void assertLost(Wish wish, LockLoss reason) {
		AtomicBoolean told = new AtomicBoolean();
		wish.held().onLost((why) -> told.set(why == reason));
		this.world.await("told of " + reason, told::get);
		assertThat(wish.holds()).isFalse();
	}

	void assertFailedBy(Wish wish, LockLoss reason) {
		this.world.await("the end of the wish", wish::isOver);
		assertThat(wish.failure()).isInstanceOfSatisfying(LockLostException.class,
				(ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	void assertNobodyLeft() {
		this.world.await("an empty queue", () -> queue().isEmpty());
	}

}
