package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;

import io.zkhelper.test.memory.ClientLink;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.time.VirtualLoop;

/**
 * Does what goes wrong in the world, and puts it right again.
 */
final class Troublemaker {

	private final Machinery machinery;

	private final InMemoryZooKeeper servers;

	private final Trace trace;

	private final String queue;

	/**
	 * Create one that has done nothing.
	 * @param machinery what it does it to
	 * @param queue where somebody else meddles
	 * @param trace where it says so
	 */
	Troublemaker(Machinery machinery, String queue, Trace trace) {
		this.machinery = machinery;
		this.servers = machinery.servers();
		this.queue = queue;
		this.trace = trace;
	}

	void make(Incident incident, SimulatedProcess victim) {
		ClientLink link = victim.link();
		int amount = incident.amount();
		switch (incident.kind()) {
			case FREEZE -> act(victim + " freezes", victim.loop()::pause);
			case HEAL -> act(victim + " heals", () -> heal(victim));
			case CUT -> act(victim + " is cut off", link::cut);
			case MUTE -> act(victim + " is not heard", link::silenceToServer);
			case DEAFEN -> act(victim + " hears nothing", link::silenceToClient);
			case DISCONNECT -> act(victim + " is disconnected", link::disconnect);
			case MOVE -> act(victim + " moves", () -> link.moveTo(amount % this.servers.servers().size()));
			case LOSE -> lose(victim, amount);
			case SET_CLOCK -> setClock(victim, Duration.ofMillis(amount % 10_000 - 5000));
			default -> makeToServers(incident, victim);
		}
	}

	private void makeToServers(Incident incident, SimulatedProcess victim) {
		int server = incident.amount() % this.servers.servers().size();
		switch (incident.kind()) {
			case TOGGLE_SERVER ->
				act("server " + server + " stops, or starts", () -> toggle(server, incident.amount()));
			case TOGGLE_FREEZE_OF_SERVER -> freezeOrThaw(server);
			case CUT_FROM_LEADER -> cutFromLeader(victim, incident.amount());
			case CRASH_LEADER -> this.servers.servers()
				.leader()
				.ifPresent((leader) -> act("leader " + leader + " crashes", () -> this.servers.servers().stop(leader)));
			case HEAL_SERVERS -> act("all servers heal", this.machinery::healServers);
			case RESTART_ALL -> restartAll(Duration.ofMillis(incident.amount() % 3000));
			case SET_TIMEOUTS -> setTimeouts(Duration.ofMillis(3600 + incident.amount() % 3 * 700));
			case EXPIRE -> meddle("the session of %s is ended", this.servers::expireOwnerOf);
			case DELETE -> meddle("%s is deleted", this.servers::delete);
			default -> throw new IllegalArgumentException("No trouble: " + incident);
		}
	}

	private void act(String what, Runnable deed) {
		this.trace.note(what);
		deed.run();
	}

	private static void heal(SimulatedProcess process) {
		process.loop().resume();
		process.link().restore();
	}

	private void lose(SimulatedProcess victim, int amount) {
		RequestKind kind = RequestKind.values()[amount % RequestKind.values().length];
		Loss loss = Loss.values()[amount / 64 % Loss.values().length];
		act("%s loses %s %s".formatted(victim, kind, loss), () -> victim.link().failNext(kind, loss));
	}

	private void setClock(SimulatedProcess victim, Duration step) {
		act("the wall clock of %s is set by %s".formatted(victim, step), () -> victim.loop().stepWallClock(step));
	}

	private void toggle(int server, int amount) {
		if (amount / 64 % 2 == 0) {
			this.servers.servers().stop(server);
		}
		else {
			this.servers.servers().start(server);
		}
	}

	private void freezeOrThaw(int server) {
		VirtualLoop loop = this.machinery.serverLoop(server);
		if (loop.isPaused()) {
			act("server " + server + " goes on", loop::resume);
		}
		else {
			act("server " + server + " freezes", loop::pause);
		}
	}

	private void cutFromLeader(SimulatedProcess victim, int amount) {
		int leader = this.servers.servers().leader().orElse(0);
		int follower = victim.link().server().orElse(0);
		if (follower != leader) {
			act("%s, on server %d, and leader %d: cut".formatted(victim, follower, leader), () -> {
				this.servers.servers().cut(leader, follower);
				if (amount % 2 == 0) {
					this.servers.servers().cut(follower, leader);
				}
			});
		}
	}

	private void restartAll(Duration away) {
		act("all servers crash", this.servers::stop);
		this.machinery.time().runFor(away);
		act("all servers start", this.servers::start);
	}

	private void setTimeouts(Duration timeout) {
		act("sessions of at most " + timeout, () -> this.servers.setSessionTimeouts(Duration.ofMillis(800), timeout));
	}

	private void meddle(String what, Consumer<String> deed) {
		this.servers.children(this.queue)
			.stream()
			.filter((name) -> name.matches(".*-\\d{10}"))
			.min(Comparator.comparing((name) -> name.substring(name.length() - 10)))
			.ifPresent((name) -> act(what.formatted(name), () -> deed.accept(this.queue + "/" + name)));
	}

}
