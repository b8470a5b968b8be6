package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Waiting for the turn of a node on a simulated server, and what happens when answers get
 * lost.
 */
class QueueLockSimulatedTests extends QueueLockContract<SimulatedWorld> {

	QueueLockSimulatedTests() {
		super(new SimulatedWorld());
	}

	@ParameterizedTest
	@EnumSource(names = { "SYNC", "LIST", "READ" })
	void aLostAnswerDoesNotEndTheWait(RequestKind kind) {
		String first = join("n-");
		String second = join("n-");
		for (Loss loss : Loss.values()) {
			world().link(client(0)).failNext(kind, loss);
			CompletableFuture<Void> turn = turnOf(second);
			world().during(Duration.ofSeconds(1), "one is ahead", () -> !turn.isDone());
			turn.cancel(true);
		}
		world().link(client(0)).failNext(kind, Loss.LOST_ANSWER);
		CompletableFuture<Void> turn = turnOf(second);
		world().during(Duration.ofSeconds(1), "one is ahead", () -> !turn.isDone());
		world().delete(first);
		get(turn);
	}

	@Test
	void aNodeThatWasDeletedWhileItWaitedIsFoundOutInTheEnd() {
		join("n-");
		String own = join("n-");
		CompletableFuture<Void> turn = turnOf(own);
		world().during(Duration.ofSeconds(1), "one is ahead", () -> !turn.isDone());
		world().delete(own);
		world().during(Duration.ofSeconds(20), "nobody watches it", () -> !turn.isDone());
		failure(turn, LockRefusedException.class);
	}

	@Test
	void aWaitOutlastsAShortOutage() {
		String first = join("n-");
		CompletableFuture<Void> turn = turnOf(join("n-"));
		world().during(Duration.ofSeconds(1), "one is ahead", () -> !turn.isDone());
		world().link(client(0)).disconnect();
		world().delete(first);
		get(turn);
	}

}
