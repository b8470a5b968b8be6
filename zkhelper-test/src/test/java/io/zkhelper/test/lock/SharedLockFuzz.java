package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;

/**
 * Readers, writers, permits and plain locks of one name, in processes that are cut off,
 * hear nothing and lose their servers, as a seed will have it. Who is in together is
 * checked after every step of every process.
 */
final class SharedLockFuzz implements AutoCloseable {

	private static final int PERMITS = 3;

	private static final int STEPS = 60;

	private final World world = new SimulatedWorld();

	private final Random random;

	private final List<Peer> peers = Stream.generate(() -> Peer.connect(this.world)).limit(4).toList();

	private final List<Share> shares = new ArrayList<>();

	private final List<String> story = new ArrayList<>();

	private boolean serversAway;

	SharedLockFuzz(long seed) {
		this.random = new Random(seed);
	}

	void play() {
		for (int i = 0; i < STEPS; i++) {
			Peer peer = this.peers.get(this.random.nextInt(this.peers.size()));
			step(peer, this.peers.indexOf(peer));
			Duration pause = Duration.ofMillis((long) Math.pow(4000, this.random.nextDouble()));
			this.world.during(pause, "nobody is in who must not be: " + this.story, this::isOrderly);
		}
		settle();
	}

	private void step(Peer peer, int who) {
		switch (this.random.nextInt(10)) {
			case 0 -> trouble(who + " is cut off", () -> this.world.cut(peer.client()));
			case 1 -> trouble(who + " hears nothing", () -> this.world.deafen(peer.client()));
			case 2, 3 -> trouble(who + " is healed", () -> this.world.heal(peer.client()));
			case 4 -> switchServers();
			case 5, 6 -> leave();
			default -> ask(peer, who);
		}
	}

	private void trouble(String what, Runnable action) {
		this.story.add(what);
		action.run();
	}

	private void switchServers() {
		trouble(this.serversAway ? "servers start" : "servers stop",
				this.serversAway ? this.world::startServers : this.world::stopServers);
		this.serversAway = !this.serversAway;
	}

	private void ask(Peer peer, int who) {
		int permits = 1 + this.random.nextInt(PERMITS);
		Share share = switch (this.random.nextInt(4)) {
			case 0 -> new Share("reads", 1, Wish.of(peer.read()));
			case 1 -> new Share("writes", Share.ALL, Wish.of(peer.write()));
			case 2 -> new Share("locks", Share.ALL, Wish.of(peer.mutex()));
			default -> new Share("takes", permits, Wish.of(peer.semaphore(PERMITS).several(permits)));
		};
		this.story.add("%d %s %d".formatted(who, share.kind(), share.weight()));
		this.shares.add(share);
	}

	/**
	 * Somebody closes, or gives up.
	 */
	private void leave() {
		if (this.shares.isEmpty()) {
			return;
		}
		Share share = this.shares.remove(this.random.nextInt(this.shares.size()));
		this.story.add("one leaves who " + share.kind() + " " + share.weight());
		share.leave();
	}

	private boolean isOrderly() {
		List<Share> in = this.shares.stream().filter((share) -> share.wish().holds()).toList();
		boolean alike = in.stream().map(Share::kind).distinct().count() <= 1;
		int weight = in.stream().mapToInt(Share::weight).sum();
		boolean reading = alike && !in.isEmpty() && in.get(0).kind().equals("reads");
		return in.size() <= 1 || (alike && (reading || weight <= PERMITS));
	}

	/**
	 * Once all is well everybody is served or told, and nothing is left behind.
	 */
	private void settle() {
		if (this.serversAway) {
			this.world.startServers();
		}
		this.peers.forEach((peer) -> this.world.heal(peer.client()));
		while (!this.shares.isEmpty()) {
			this.world.await("somebody is served or told: " + this.story,
					() -> isOrderly() && this.shares.stream().anyMatch((share) -> share.wish().isOver()));
			List<Share> over = this.shares.stream().filter((share) -> share.wish().isOver()).toList();
			over.forEach(Share::leave);
			this.shares.removeAll(over);
		}
		this.world.await("an empty queue: " + this.story, () -> this.world.children(Peer.QUEUE).isEmpty());
	}

	@Override
	public void close() {
		this.world.close();
	}

	/**
	 * What somebody has, or wants to have.
	 *
	 * @param kind who may be in together with those of the same kind
	 * @param weight how much it takes
	 * @param wish the wish
	 */
	private record Share(String kind, int weight, Wish wish) {

		static final int ALL = 1000;

		void leave() {
			if (this.wish.isGranted()) {
				this.wish.close();
			}
			else {
				this.wish.giveUp();
			}
		}

	}

}
