package io.zkhelper.test.presence;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.presence.Group;
import io.zkhelper.presence.GroupChange;
import io.zkhelper.presence.GroupView;
import io.zkhelper.presence.Member;
import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.presence.WhenTaken;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is in a group, as its members see it.
 *
 * @param <W> where it happens
 */
abstract class GroupContract<W extends World> {

	static final String DIRECTORY = "/zkhelper/groups/workers";

	private final W world;

	GroupContract(W world) {
		this.world = world;
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	final W world() {
		return this.world;
	}

	Group group() {
		return Group.open(this.world.connect(), "workers");
	}

	void awaitIds(Group group, String... ids) {
		this.world.await("members " + List.of(ids), () -> ids(group).equals(List.of(ids)) && !group.view().stale());
	}

	static List<String> ids(Group group) {
		return group.members().stream().map(Member::id).toList();
	}

	void get(CompletionStage<?> stage) {
		CompletableFuture<?> future = stage.toCompletableFuture();
		this.world.await("an answer", future::isDone);
	}

	@Test
	void membersSeeEachOther() {
		Group first = group();
		Group second = group();
		first.join("b/1", "blue");
		second.join("a", "green");
		awaitIds(first, "a", "b/1");
		awaitIds(second, "a", "b/1");
		assertThat(second.view().member("b/1")).map(Member::payload).contains("blue");
		assertThat(this.world.children(DIRECTORY)).containsExactlyInAnyOrder("a", "b%2F1");
	}

	@Test
	void whoLeavesIsGone() {
		Group first = group();
		Group second = group();
		Presence membership = first.join("a", "");
		second.join("b", "");
		awaitIds(second, "a", "b");
		get(membership.leave());
		awaitIds(second, "b");
		second.close();
		awaitIds(first);
	}

	@Test
	void changesOfAPayloadAreSeen() {
		Group first = group();
		Group second = group();
		Presence membership = first.join("a", "idle");
		awaitIds(second, "a");
		membership.update("busy".getBytes());
		this.world.await("the payload",
				() -> second.view().member("a").filter((member) -> member.payload().equals("busy")).isPresent());
	}

	@Test
	void whoDiesIsGoneAndComesBack() {
		Group first = group();
		Group second = group();
		second.join("a", "");
		awaitIds(first, "a");
		Member before = first.members().get(0);
		this.world.expireOwnerOf(DIRECTORY + "/a");
		this.world.await("another node", () -> ids(first).equals(List.of("a")) && !first.members().contains(before));
	}

	@Test
	void anIdIsTakenOnce() {
		Presence first = group().join("a", "one");
		Group group = group();
		awaitIds(group, "a");
		Presence second = group.join("a", "two", WhenTaken.FAIL);
		this.world.await("a failure", () -> second.view().state() == PresenceState.FAILED);
		assertThat(first.isRegistered()).isTrue();
	}

	@Test
	void theViewIsStaleWithoutAConnection() {
		ZkClient client = this.world.connect();
		Group group = Group.open(client, "workers");
		assertThat(group.view().stale()).isTrue();
		Group other = group();
		other.join("a", "");
		awaitIds(group, "a");
		this.world.cut(client);
		this.world.await("a stale view", () -> group.view().stale());
		GroupView stale = group.view();
		assertThat(stale.members()).extracting(Member::id).containsExactly("a");
		other.join("b", "");
		this.world.heal(client);
		awaitIds(group, "a", "b");
		assertThat(group.view().asOf()).isAfter(stale.asOf());
	}

	@Test
	void listenersAreToldWhoCameAndWent() {
		List<GroupChange> changes = new CopyOnWriteArrayList<>();
		Group first = group();
		Presence a = first.join("a", "1");
		awaitIds(first, "a");
		first.addListener(changes::add);
		this.world.await("who is there", () -> changes.size() == 1);
		assertThat(changes.get(0).joined()).extracting(Member::id).containsExactly("a");
		a.update("2".getBytes());
		this.world.await("the change", () -> changes.size() == 2);
		assertThat(changes.get(1).changed()).extracting(Member::payload).containsExactly("2");
		a.close();
		this.world.await("the end", () -> changes.size() == 3);
		assertThat(changes.get(2).left()).extracting(Member::id).containsExactly("a");
		assertThat(changes.get(2).view().size()).isZero();
	}

	@Test
	void nodesThatAreNoMembersAreIgnored() {
		this.world.write(DIRECTORY + "/x%2", "");
		this.world.write(DIRECTORY + "/a+b", "");
		this.world.write(DIRECTORY + "/persistent", "");
		Group group = group();
		group.join("a", "");
		awaitIds(group, "a");
		this.world.during(Duration.ofMillis(300), "one member", () -> ids(group).equals(List.of("a")));
	}

}
