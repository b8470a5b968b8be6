package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.NodeNaming;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.world.SimulatedWorld;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that do what they like with one lock, while everything goes wrong that can:
 * the same seed gives the same course. At most one may hold at any time, tokens may only
 * grow, and in the end everybody must have been served or told, with nothing left behind.
 */
final class LockFuzz {

	private static final int DEEDS = 60;

	private static final List<Duration> RETENTIONS = List.of(Duration.ZERO, Duration.ofMillis(50),
			Duration.ofSeconds(5));

	private final Random random;

	private final SimulatedWorld world;

	private final LockOptions options;

	private final List<LockUser> users;

	private final List<Asked> asked = new ArrayList<>();

	private final List<String> trace = new ArrayList<>();

	private final Set<Asked> seenHolding = new HashSet<>();

	private FencingToken newest = new FencingToken(1, 0);

	LockFuzz(long seed) {
		this.random = new Random(seed);
		this.world = new SimulatedWorld(seed);
		this.options = LockOptions.DEFAULT.withNaming((seed % 4 == 0) ? NodeNaming.PLAIN : NodeNaming.PROTECTED);
		this.users = IntStream.range(0, 3)
			.mapToObj((index) -> LockUser.of(this.world.connect(), (locks) -> locks))
			.toList();
		if (seed % 5 == 0) {
			this.world.write(LockScenes.QUEUE, "");
			this.world.setNextSequence(LockScenes.QUEUE, Integer.MAX_VALUE - this.random.nextInt(10));
		}
	}

	/**
	 * Run to the end.
	 * @return how many holds there were
	 */
	int run() {
		this.world.always(this::check);
		for (int i = 0; i < DEEDS; i++) {
			doSomething();
			this.world.step(this.random.nextInt(30));
			pass(this.random.nextInt(4) == 0 ? this.random.nextInt(900) : 0);
		}
		healAll();
		this.asked.forEach(this::serve);
		this.world.await("nothing is left behind", () -> this.world.children(LockScenes.QUEUE).isEmpty());
		this.world.close();
		return this.seenHolding.size();
	}

	private void check() {
		List<Asked> holders = this.asked.stream().filter(this::seesItselfHolding).toList();
		assertThat(holders).as(this::toString).hasSizeLessThan(2);
		for (Asked holder : holders) {
			if (this.seenHolding.add(holder)) {
				FencingToken token = holder.attempt().held().token();
				assertThat(token.isNewerThan(this.newest)).as("%s after %s: %s", token, this.newest, this).isTrue();
				this.newest = token;
			}
		}
	}

	// Who is frozen sees nothing
	private boolean seesItselfHolding(Asked one) {
		return !loop(one.user()).isPaused() && one.attempt().isHeld();
	}

	private VirtualLoop loop(LockUser user) {
		return this.world.loop(user.client());
	}

	private void doSomething() {
		LockUser user = this.users.get(this.random.nextInt(this.users.size()));
		switch (this.random.nextInt(18)) {
			case 0, 1, 2, 3, 4 -> ask(user);
			case 5, 6, 7, 8, 9 -> end();
			case 10 -> act(user, "freezes", loop(user)::pause);
			case 11, 12 -> act(user, "goes on", loop(user)::resume);
			case 13 -> act(user, "is cut off", () -> this.world.cut(user.client()));
			case 14, 15 -> act(user, "is healed", () -> this.world.heal(user.client()));
			case 16 -> lose(user);
			default -> disturb(user);
		}
	}

	private void act(LockUser user, String what, Runnable deed) {
		this.trace.add("process %d %s".formatted(this.users.indexOf(user), what));
		deed.run();
	}

	private void ask(LockUser user) {
		Duration timeout = Duration.ofMillis(this.random.nextInt(5) * this.random.nextInt(1000));
		Duration retention = RETENTIONS.get((this.users.indexOf(user) + this.asked.size() / 40) % RETENTIONS.size());
		DistributedLock lock = user.locks().get("ledger", this.options.withRetention(retention));
		boolean patient = this.random.nextBoolean();
		act(user, patient ? "asks" : "asks for " + timeout, () -> {
			Attempt attempt = new Attempt("ledger", patient ? lock.acquireAsync() : lock.acquireAsync(timeout));
			this.asked.add(new Asked(user, attempt));
		});
	}

	private void end() {
		if (!this.asked.isEmpty()) {
			int number = this.asked.size() - 1 - this.random.nextInt(Math.min(6, this.asked.size()));
			this.trace.add("attempt %d ends".formatted(number));
			this.asked.get(number).attempt().end();
		}
	}

	private void lose(LockUser user) {
		RequestKind kind = RequestKind.values()[this.random.nextInt(RequestKind.values().length)];
		Loss loss = Loss.values()[this.random.nextInt(Loss.values().length)];
		act(user, "loses %s %s".formatted(kind, loss), () -> this.world.link(user.client()).failNext(kind, loss));
	}

	private void disturb(LockUser user) {
		switch (this.random.nextInt(4)) {
			case 0 -> act(user, "is not heard", this.world.link(user.client())::silenceToServer);
			case 1 -> act(user, "hears nothing", this.world.link(user.client())::silenceToClient);
			case 2 -> act(user, "is reconnected", this.world.link(user.client())::disconnect);
			default -> restartServer();
		}
	}

	private void restartServer() {
		this.trace.add("the server restarts");
		this.world.stopServers();
		pass(this.random.nextInt(1500));
		this.world.reap();
		this.world.startServers();
	}

	private void pass(int millis) {
		this.world.during(Duration.ofMillis(millis), "time passes", () -> true);
	}

	private void healAll() {
		this.trace.add("all is healed");
		this.users.forEach((user) -> {
			loop(user).resume();
			this.world.heal(user.client());
		});
	}

	private void serve(Asked one) {
		this.world.await("%s has an answer; %s".formatted(this.asked.indexOf(one), this), () -> {
			this.asked.stream().filter((other) -> other.attempt().isHeld()).forEach((held) -> held.attempt().end());
			return one.attempt().isOver();
		});
	}

	@Override
	public String toString() {
		return String.join(System.lineSeparator(), this.trace);
	}

	/**
	 * An attempt, and whose it is.
	 */
	private record Asked(LockUser user, Attempt attempt) {
	}

}
