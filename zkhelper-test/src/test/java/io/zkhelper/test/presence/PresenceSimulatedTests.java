package io.zkhelper.test.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.presence.PresenceView;
import io.zkhelper.presence.WhenTaken;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an instance registers with a simulated server, and what happens when answers get
 * lost.
 */
class PresenceSimulatedTests extends PresenceContract<SimulatedWorld> {

	PresenceSimulatedTests() {
		super(new SimulatedWorld());
	}

	@Test
	@DisplayName("TR-24: who waits registers when the owner is cut off for longer than its session")
	void registersAfterAnOwnerThatIsCutOff() {
		ZkClient client = process();
		register(presence(client, "a", WhenTaken.WAIT));
		world().cut(client);
		Presence second = register(presence("b", WhenTaken.WAIT));
		assertThat(data()).isEqualTo("b");
		world().heal(client);
		world().during(Duration.ofMillis(500), "it stays", second::isRegistered);
	}

	@Test
	@DisplayName("TR-24: the usual limit is long enough for an owner that has died")
	void waitsLongEnoughByDefault() {
		ZkClient client = process();
		register(presence(client, "a", WhenTaken.WAIT));
		world().cut(client);
		Presence second = Presence.builder(process(), PATH).build();
		second.start();
		awaitState(second, PresenceState.REGISTERED);
	}

	@Test
	@DisplayName("TR-24: the usual limit is short enough to be told of a live owner soon")
	void waitsNoLongerThanASessionByDefault() {
		register(presence("a", WhenTaken.WAIT));
		Presence second = Presence.builder(process(), PATH).build();
		second.start();
		world().during(Duration.ofSeconds(2), "it waits", () -> second.view().state() != PresenceState.FAILED);
		world().during(Duration.ofMillis(500), "", () -> true);
		assertThat(second.view().state()).isEqualTo(PresenceState.FAILED);
	}

	@Test
	@DisplayName("TR-24: the usual delay is from 5 to 60 s")
	void theUsualDelay() {
		ZkClient client = process();
		Presence presence = Presence.builder(client, PATH).build();
		presence.start();
		awaitState(presence, PresenceState.REGISTERED);
		world().delete(PATH);
		world().during(Duration.ofMillis(4900), "no node", () -> !isThere());
		world().during(Duration.ofMillis(55_500), "", () -> true);
		assertThat(isThere()).isTrue();
	}

	@Test
	@DisplayName("TR-24: the own node of an earlier session is replaced at once")
	void theOwnNodeOfAnEarlierSession() {
		List<PresenceState> told = new ArrayList<>();
		Presence presence = register(presence("a", WhenTaken.FAIL));
		presence.addListener((view) -> told.add(view.state()));
		long owner = node().stat().ephemeralOwner();
		world().stopServers();
		// For longer than a client waits, while servers that are down expire no session
		world().during(Duration.ofSeconds(20), "", () -> true);
		world().startServers();
		awaitState(presence, PresenceState.REGISTERED);
		assertThat(node().stat().ephemeralOwner()).isNotEqualTo(owner);
		assertThat(told).doesNotContain(PresenceState.WAITING, PresenceState.FAILED);
	}

	@ParameterizedTest
	@EnumSource
	void noLostRequestOrAnswerKeepsItFromRegistering(Loss loss) {
		for (RequestKind kind : new RequestKind[] { RequestKind.READ, RequestKind.MULTI, RequestKind.SYNC }) {
			ZkClient client = process();
			world().link(client).failNext(kind, loss);
			Presence presence = register(presence(client, "a", WhenTaken.FAIL));
			assertThat(world().children(PARENT)).containsExactly("one");
			get(presence.leave());
		}
	}

	@ParameterizedTest
	@EnumSource
	void noLostRequestOrAnswerKeepsItFromLeaving(Loss loss) {
		for (RequestKind kind : new RequestKind[] { RequestKind.READ, RequestKind.DELETE, RequestKind.SYNC }) {
			ZkClient client = process();
			Presence presence = register(presence(client, "a", WhenTaken.FAIL));
			world().link(client).failNext(kind, loss);
			get(presence.leave());
			assertThat(isThere()).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aCloseBeforeTheNodeIsThereLeavesNone(Loss loss) {
		for (int steps = 0; steps < 40; steps++) {
			ZkClient client = process();
			world().link(client).failNext(RequestKind.MULTI, loss);
			Presence presence = start(presence(client, "a", WhenTaken.FAIL));
			world().step(steps);
			get(presence.leave());
			world().during(Duration.ofMillis(50), "no node", () -> !isThere());
		}
	}

	@Test
	void aCloseWhileItWaitsForAServerIsTheEndOfIt() {
		Duration delay = Duration.ofMillis(300);
		ZkClient client = process();
		Presence presence = register(presence(client, "a", WhenTaken.WAIT).recreateDelay(delay, delay));
		world().delete(PATH);
		awaitState(presence, PresenceState.REMOVED);
		world().cut(client);
		world().during(delay.multipliedBy(2), "no connection when the node is due", () -> !isThere());
		CompletionStage<PresenceView> left = presence.leave();
		world().during(delay, "no connection for the close either", () -> !isThere());
		world().heal(client);
		get(left);
		world().during(Duration.ofSeconds(5), "no node", () -> !isThere());
	}

	@Test
	void aCloseBeforeTheParentIsThereLeavesNoNode() {
		for (int steps = 0; steps < 40; steps++) {
			Presence presence = start(presence("a", WhenTaken.FAIL));
			world().step(steps);
			get(presence.leave());
			world().during(Duration.ofMillis(50), "no node after %d steps".formatted(steps), () -> !isThere());
			if (world().children("/app").contains("pids")) {
				world().delete(PARENT);
			}
		}
	}

	@Test
	@DisplayName("TR-24: each owner that comes before it has the whole limit")
	void countsTheLimitAnewForAnotherOwner() {
		register(presence("a", WhenTaken.WAIT));
		Presence waiting = start(presence("b", WhenTaken.WAIT).waitAtMost(Duration.ofSeconds(10)));
		awaitState(waiting, PresenceState.WAITING);
		world().during(Duration.ofSeconds(9), "", () -> true);
		register(presence("c", WhenTaken.TAKE_OVER));
		world().during(Duration.ofSeconds(9), "it waits", () -> waiting.view().state() == PresenceState.WAITING);
		awaitState(waiting, PresenceState.FAILED);
	}

	@Test
	void whoGivesUpWaitingLeavesNoNode() {
		Duration limit = Duration.ofMillis(500);
		for (int early = 0; early < 20; early++) {
			Presence owner = register(presence("a", WhenTaken.WAIT));
			Presence waiting = start(presence("b", WhenTaken.WAIT).waitAtMost(limit));
			awaitState(waiting, PresenceState.WAITING);
			world().during(limit.minusMillis(early), "", () -> true);
			get(owner.leave());
			world().during(Duration.ofMillis(50), "a node of nobody",
					() -> !isThere() || waiting.view().state() != PresenceState.FAILED);
			get(waiting.leave());
		}
	}

	@Test
	void nothingIsLeftOfIt() {
		int pending = world().pending();
		int watches = world().watches();
		ZkClient client = process();
		Presence presence = register(presence(client, "a", WhenTaken.WAIT));
		get(presence.leave());
		get(client.closeAsync());
		world().during(Duration.ofSeconds(1), "", () -> true);
		assertThat(world().pending()).isLessThanOrEqualTo(pending);
		assertThat(world().watches()).isEqualTo(watches);
	}

}
