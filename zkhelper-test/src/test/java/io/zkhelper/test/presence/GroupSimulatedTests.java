package io.zkhelper.test.presence;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.zkhelper.presence.Group;
import io.zkhelper.presence.GroupChange;
import io.zkhelper.presence.Member;
import io.zkhelper.presence.Presence;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Groups on a simulated server, and what happens when answers get lost.
 */
class GroupSimulatedTests extends GroupContract<SimulatedWorld> {

	GroupSimulatedTests() {
		super(new SimulatedWorld());
	}

	@Test
	void manyWhoComeAtOnceAreFewChanges() {
		List<GroupChange> changes = new ArrayList<>();
		Group watching = group();
		watching.addListener(changes::add);
		Group group = group();
		for (int i = 0; i < Group.MAX_MEMBERS + 5; i++) {
			group.join("m" + i, "");
		}
		world().await("all", () -> watching.view().size() == Group.MAX_MEMBERS + 5);
		assertThat(watching.members()).hasSize(Group.MAX_MEMBERS);
		assertThat(changes).hasSizeLessThan(10);
	}

	@ParameterizedTest
	@EnumSource
	void nobodyIsMissedBecauseAnAnswerIsLost(Loss loss) {
		Group group = group();
		Presence membership = group.join("a", "");
		awaitIds(group, "a");
		ZkClient client = world().connect();
		Group watching = Group.open(client, "workers");
		List<GroupChange> changes = new ArrayList<>();
		watching.addListener(changes::add);
		awaitIds(watching, "a");
		for (RequestKind kind : new RequestKind[] { RequestKind.READ, RequestKind.LIST, RequestKind.SYNC }) {
			world().link(client).failNext(kind, loss);
			membership.update(kind.name().getBytes());
			world().await(kind.name(), () -> payloads(watching).contains(kind.name()));
			group.join(kind.name(), "");
			world().await(kind.name(), () -> ids(watching).contains(kind.name()));
		}
		world().during(Duration.ofSeconds(5), "", () -> true);
		assertThat(changes).allSatisfy((change) -> assertThat(change.left()).isEmpty());
	}

	private static List<String> payloads(Group group) {
		return group.members().stream().map(Member::payload).toList();
	}

	@Test
	void anEmptyGroupIsFollowedToo() {
		Group watching = group();
		awaitIds(watching);
		Group group = group();
		get(group.join("a", "").leave());
		world().reap();
		world().during(Duration.ofSeconds(1), "", () -> true);
		group.join("b", "");
		awaitIds(watching, "b");
	}

	@Test
	void aNodeThatIsNoMemberIsReadOnce() {
		Group watching = group();
		Presence membership = watching.join("a", "");
		awaitIds(watching, "a");
		long usual = requestsFor(membership, watching, "1");
		world().write(DIRECTORY + "/persistent", "");
		settle();
		assertThat(requestsFor(membership, watching, "2")).isEqualTo(usual);
	}

	private long requestsFor(Presence membership, Group watching, String payload) {
		settle();
		long before = world().requests();
		membership.update(payload.getBytes());
		world().await(payload, () -> payloads(watching).contains(payload));
		settle();
		return world().requests() - before;
	}

	private void settle() {
		world().during(Duration.ofSeconds(1), "", () -> true);
	}

	@Test
	void aNodeOfTheSameNameIsReadAgain() {
		Group watching = group();
		Group group = group();
		Presence membership = group.join("a", "");
		awaitIds(watching, "a");
		get(membership.leave());
		world().write(DIRECTORY + "/a", "");
		awaitIds(watching);
		world().delete(DIRECTORY + "/a");
		group.join("a", "");
		awaitIds(watching, "a");
	}

	@Test
	void aMembershipThatIsOverIsForgotten() {
		Group group = group();
		WeakReference<Presence> over = new WeakReference<>(joinAndLeave(group));
		world().await("the end of it", () -> {
			System.gc();
			return over.refersTo(null);
		});
		group.close();
	}

	private Presence joinAndLeave(Group group) {
		Presence membership = group.join("a", "");
		awaitIds(group, "a");
		get(membership.leave());
		return membership;
	}

}
