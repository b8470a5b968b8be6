package io.zkhelper.test.presence;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.presence.PresenceView;
import io.zkhelper.presence.WhenTaken;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * How an instance registers, and what it does about others.
 *
 * @param <W> where it happens
 */
abstract class PresenceContract<W extends World> extends PresenceScenes<W> {

	PresenceContract(W world) {
		super(world);
	}

	@Test
	@DisplayName("TR-24: an ephemeral node with its data stands for the instance, parents included")
	void registers() {
		Presence presence = register(presence("a", WhenTaken.WAIT));
		assertThat(data()).isEqualTo("a");
		assertThat(node().stat().isEphemeral()).isTrue();
		assertThat(presence.isRegistered()).isTrue();
		assertThat(presence.view().detail()).isEmpty();
	}

	@Test
	@DisplayName("TR-24: a live owner keeps its node, and who does not want to wait fails at once")
	void failsWhenTaken() {
		register(presence("a", WhenTaken.WAIT));
		long creation = creation();
		Presence second = start(presence("b", WhenTaken.FAIL));
		awaitState(second, PresenceState.FAILED);
		assertThat(second.view().detail()).contains("belongs to somebody else");
		assertThat(creation()).isEqualTo(creation);
	}

	@Test
	@DisplayName("TR-24: a live owner keeps its node, and who waits for its end gives up after the limit")
	void givesUpWaiting() {
		register(presence("a", WhenTaken.WAIT));
		long creation = creation();
		Presence second = start(presence("b", WhenTaken.WAIT).waitAtMost(Duration.ofMillis(500)));
		awaitState(second, PresenceState.FAILED);
		assertThat(second.view().detail()).contains("is still there after PT0.5S");
		assertThat(creation()).isEqualTo(creation);
	}

	@Test
	@DisplayName("TR-24: who waits registers when the owner leaves")
	void registersAfterTheOwner() {
		Presence first = register(presence("a", WhenTaken.WAIT));
		Presence second = start(presence("b", WhenTaken.WAIT));
		awaitState(second, PresenceState.WAITING);
		first.close();
		awaitState(second, PresenceState.REGISTERED);
		assertThat(data()).isEqualTo("b");
	}

	@Test
	@DisplayName("TR-24: who waits registers when the owner's session has expired, and the owner waits then")
	void registersAfterAnExpiredOwner() {
		Presence first = register(presence("a", WhenTaken.WAIT));
		Presence second = start(presence("b", WhenTaken.WAIT));
		awaitState(second, PresenceState.WAITING);
		world().expireOwnerOf(PATH);
		awaitState(second, PresenceState.REGISTERED);
		awaitState(first, PresenceState.WAITING);
		assertThat(data()).isEqualTo("b");
	}

	@ParameterizedTest
	@EnumSource(names = { "FAIL", "TAKE_OVER" })
	@DisplayName("TR-24: who takes over replaces the node, which is not taken back")
	void takesOver(WhenTaken whenTaken) {
		Presence first = register(presence("a", whenTaken));
		Presence second = register(presence("b", WhenTaken.TAKE_OVER));
		assertThat(data()).isEqualTo("b");
		awaitState(first, PresenceState.FAILED);
		assertThat(second.isRegistered()).isTrue();
		assertThat(data()).isEqualTo("b");
	}

	@Test
	@DisplayName("TR-24: a node that somebody else has deleted comes back after the delay")
	void comesBackAfterADeletion() {
		Duration delay = Duration.ofSeconds(5);
		Presence presence = register(presence("a", WhenTaken.WAIT).recreateDelay(delay, delay));
		world().delete(PATH);
		awaitState(presence, PresenceState.REMOVED);
		world().during(Duration.ofSeconds(1), "no node", () -> !isThere());
		awaitState(presence, PresenceState.REGISTERED);
		assertThat(data()).isEqualTo("a");
	}

	@Test
	@DisplayName("TR-24: after an expiry of the own session the node comes back at once, whatever the delay")
	void comesBackAfterAnExpiry() {
		Presence presence = register(presence("a", WhenTaken.FAIL));
		long creation = creation();
		world().expireOwnerOf(PATH);
		world().await("another node", () -> isThere() && creation() > creation && presence.isRegistered());
	}

	@Test
	@DisplayName("TR-24: close removes the node")
	void closeRemovesTheNode() {
		Presence presence = register(presence("a", WhenTaken.WAIT));
		assertThat(get(presence.leave()).state()).isEqualTo(PresenceState.CLOSED);
		assertThat(isThere()).isFalse();
		presence.close();
		presence.start();
		world().during(Duration.ofMillis(200), "over", () -> presence.view().state() == PresenceState.CLOSED);
	}

	@Test
	@DisplayName("TR-24: a close without a connection is made up for, or the session takes the node along")
	void closeWithoutAConnection() {
		ZkClient client = process();
		Presence presence = register(presence(client, "a", WhenTaken.WAIT));
		world().cut(client);
		CompletionStage<PresenceView> left = presence.leave();
		world().heal(client);
		get(left);
		assertThat(isThere()).isFalse();
	}

	@Test
	@DisplayName("TR-24: the end of a presence that has failed leaves the other's node alone")
	void closeLeavesTheNodeOfAnother() {
		register(presence("a", WhenTaken.WAIT));
		Presence second = start(presence("b", WhenTaken.WAIT));
		awaitState(second, PresenceState.WAITING);
		get(second.leave());
		assertThat(data()).isEqualTo("a");
	}

	@Test
	@DisplayName("TR-24: a short cut changes nothing but the state")
	void survivesASuspendedConnection() {
		ZkClient client = process();
		Presence presence = register(presence(client, "a", WhenTaken.WAIT));
		long creation = creation();
		world().cut(client);
		awaitState(presence, PresenceState.SUSPENDED);
		assertThat(presence.isRegistered()).isFalse();
		world().heal(client);
		awaitState(presence, PresenceState.REGISTERED);
		assertThat(creation()).isEqualTo(creation);
	}

	@Test
	void dataThatSomebodyElseHasWrittenAreWrittenAgain() {
		Presence presence = register(presence("a", WhenTaken.WAIT).recreateDelay(Duration.ZERO, Duration.ZERO));
		long creation = creation();
		world().write(PATH, "foreign");
		world().await("two writes", () -> node().stat().version() == 2);
		assertThat(data()).isEqualTo("a");
		assertThat(creation()).isEqualTo(creation);
		assertThat(presence.isRegistered()).isTrue();
	}

	@Test
	void anUpdateIsWritten() {
		Presence presence = register(presence("a", WhenTaken.WAIT));
		presence.update("b".getBytes());
		presence.update("c".getBytes());
		awaitData("c");
		world().expireOwnerOf(PATH);
		world().await("the node", this::isThere);
		assertThat(data()).isEqualTo("c");
	}

	@Test
	void aNodeThatIsNotEphemeralIsLeftAlone() {
		world().write(PATH, "precious");
		Presence presence = start(presence("a", WhenTaken.TAKE_OVER));
		awaitState(presence, PresenceState.FAILED);
		assertThat(presence.view().detail()).contains("delete it, or choose another path");
		assertThat(data()).isEqualTo("precious");
	}

	@Test
	void whatIsRefusedIsTriedAgain() {
		world().write(PARENT, "");
		world().deny(PARENT, Perms.CREATE);
		Presence presence = start(presence("a", WhenTaken.WAIT));
		world().await("a reason", () -> presence.view().detail().contains("NO_AUTH"));
		world().allow(PARENT);
		awaitState(presence, PresenceState.REGISTERED);
	}

	@Test
	void oneClientHasOnePresenceOfAPath() {
		ZkClient client = process();
		Presence first = register(presence(client, "a", WhenTaken.WAIT));
		Presence second = presence(client, "b", WhenTaken.WAIT).build();
		assertThatIllegalStateException().isThrownBy(second::start).withMessageContaining(PATH);
		get(first.leave());
		second.start();
		awaitState(second, PresenceState.REGISTERED);
	}

	@Test
	void theEndOfTheClientIsTheEndOfItsPresences() {
		ZkClient client = process();
		Presence presence = register(presence(client, "a", WhenTaken.WAIT));
		get(client.closeAsync());
		assertThat(presence.view().state()).isEqualTo(PresenceState.CLOSED);
		assertThat(isThere()).isFalse();
		get(presence.leave());
	}

	@Test
	void listenersAreToldInOrder() {
		List<PresenceState> told = new CopyOnWriteArrayList<>();
		Presence presence = presence("a", WhenTaken.WAIT).build();
		presence.addListener((view) -> told.add(view.state()));
		world().await("the state now", () -> told.equals(List.of(PresenceState.IDLE)));
		presence.start();
		world().await("registered", () -> told.contains(PresenceState.REGISTERED));
		presence.close();
		world().await("closed", () -> told.contains(PresenceState.CLOSED));
		assertThat(told).isSorted().startsWith(PresenceState.IDLE).endsWith(PresenceState.CLOSED);
	}

}
