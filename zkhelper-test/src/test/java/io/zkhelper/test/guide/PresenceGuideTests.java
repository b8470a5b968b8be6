package io.zkhelper.test.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.presence.Group;
import io.zkhelper.presence.GroupView;
import io.zkhelper.presence.Member;
import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.presence.WhenTaken;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The examples of {@code docs/presence.md}, which are copies of what is here.
 */
class PresenceGuideTests {

	private static EmbeddedZooKeeper server;

	private static ZkClient client;

	private static ZkClient otherClient;

	@BeforeAll
	static void start() {
		server = EmbeddedZooKeeper.start();
		client = ZkClient.connect(ZkClientOptions.of(server.connectString()));
		otherClient = ZkClient.connect(ZkClientOptions.of(server.connectString()));
	}

	@AfterAll
	static void stop() {
		client.close();
		otherClient.close();
		server.close();
	}

	@Test
	void registering() throws InterruptedException {
		Presence presence = Presence.builder(client, "/app/instances/orders-1")
			.data("http://10.0.0.7:8080".getBytes(StandardCharsets.UTF_8))
			.build();
		presence.start();
		assertThat(presence.awaitRegistered(Duration.ofSeconds(30))).isTrue();
		assertThat(server.children("/app/instances")).containsExactly("orders-1");
		presence.close();
	}

	@Test
	void takingOver() throws InterruptedException {
		Presence old = Presence.builder(otherClient, "/app/instances/singleton").build();
		old.start();
		assertThat(old.awaitRegistered(Duration.ofSeconds(30))).isTrue();
		Presence presence = Presence.builder(client, "/app/instances/singleton")
			.whenTaken(WhenTaken.TAKE_OVER)
			.recreateDelay(Duration.ofSeconds(1), Duration.ofSeconds(10))
			.build();
		List<PresenceState> seen = new CopyOnWriteArrayList<>();
		presence.addListener((view) -> seen.add(view.state()));
		presence.start();
		assertThat(presence.awaitRegistered(Duration.ofSeconds(30))).isTrue();
		await().until(() -> seen.contains(PresenceState.REGISTERED));
		presence.close();
		old.close();
	}

	@Test
	void belongingToAGroup() {
		Group workers = Group.open(client, "workers");
		Presence membership = workers.join("worker-1", "idle");
		List<String> joined = new CopyOnWriteArrayList<>();
		workers.addListener((change) -> change.joined().forEach((member) -> joined.add(member.id())));
		await().until(() -> joined.contains("worker-1"));

		membership.update("busy".getBytes(StandardCharsets.UTF_8));
		await().until(() -> workers.members().stream().map(Member::payload).toList().equals(List.of("busy")));
		GroupView view = workers.view();
		assertThat(view.stale()).isFalse();
		workers.close();
	}

	@Test
	void theGuideShowsWhatIsTestedHere() throws IOException {
		assertThat(Guide.examplesNotIn(getClass(), "presence.md")).isEmpty();
	}

}
