package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.time.VirtualTime;

/**
 * Does at random what goes wrong in the world, and puts it right again.
 */
final class Troublemaker {

	static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	private final VirtualTime time;

	private final Random random;

	private final InMemoryZooKeeper server;

	private final List<Participation> processes;

	private final List<String> trace;

	private final boolean meddling;

	Troublemaker(VirtualTime time, long seed, InMemoryZooKeeper server, List<Participation> processes,
			List<String> trace, boolean meddling) {
		this.time = time;
		this.random = new Random(seed);
		this.server = server;
		this.processes = processes;
		this.trace = trace;
		this.meddling = meddling;
	}

	void makeTrouble() {
		Participation victim = this.processes.get(this.random.nextInt(this.processes.size()));
		switch (this.random.nextInt(12)) {
			case 0, 1 ->
				toggle(victim, "freezes", victim.loop().isPaused(), victim.loop()::pause, victim.loop()::resume);
			case 2 -> act(victim, "is cut off", victim.link()::cut);
			case 3 -> act(victim, "hears nothing", victim.link()::silenceToClient);
			case 4 -> act(victim, "is not heard", victim.link()::silenceToServer);
			case 5 -> act(victim, "is reconnected", victim.link()::disconnect);
			case 6 -> lose(victim);
			case 7 -> act(victim, "resigns", victim.election()::resign);
			case 8 -> act(victim, "pauses", victim.election()::pause);
			case 9 -> endSession();
			case 10 -> act(victim, "has its wall clock set",
					() -> victim.loop().stepWallClock(Duration.ofMillis(this.random.nextInt(-5000, 5000))));
			default -> restartServer();
		}
	}

	private void toggle(Participation victim, String what, boolean is, Runnable on, Runnable off) {
		act(victim, is ? "no longer " + what : what, is ? off : on);
	}

	private void act(Participation victim, String what, Runnable deed) {
		this.trace.add(this.time.now() + " " + victim + " " + what);
		deed.run();
	}

	private void lose(Participation victim) {
		RequestKind kind = RequestKind.values()[this.random.nextInt(RequestKind.values().length)];
		Loss loss = Loss.values()[this.random.nextInt(Loss.values().length)];
		act(victim, "loses " + kind + " " + loss, () -> victim.link().failNext(kind, loss));
	}

	// Only strict safety promises anything against that
	private void endSession() {
		if (this.meddling) {
			expireFirst();
		}
	}

	private void expireFirst() {
		this.server.children(CANDIDATES)
			.stream()
			.min(Comparator.comparing(Troublemaker::sequence))
			.ifPresent((name) -> {
				this.trace.add(this.time.now() + " the session of " + name + " expires");
				this.server.expireOwnerOf(CANDIDATES + "/" + name);
			});
	}

	private static String sequence(String name) {
		return name.substring(name.length() - 10);
	}

	private void restartServer() {
		this.trace.add(this.time.now() + " the server restarts");
		this.server.stop();
		this.time.runFor(Duration.ofMillis(this.random.nextInt(3000)));
		this.server.start();
	}

	/**
	 * Let time pass until the next trouble, healing some of what is broken.
	 */
	void rest() {
		this.time.runFor(Duration.ofMillis(this.random.nextInt(1500)));
		this.processes.stream().filter((process) -> this.random.nextInt(3) == 0).forEach(this::heal);
	}

	void healAll() {
		this.processes.forEach(this::heal);
	}

	private void heal(Participation process) {
		this.trace.add(this.time.now() + " " + process + " heals");
		process.loop().resume();
		process.link().restore();
		process.election().resume();
	}

}
