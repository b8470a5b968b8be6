package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import io.zkhelper.test.world.Unheard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LoadTests {

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper server = new InMemoryZooKeeper(this.time.newLoop("server"));

	private final VirtualLoop loop = this.time.newLoop("client");

	private final ZkNodes nodes = ZkClient
		.connect(ZkClientOptions.of("simulated").withListenerExecutor(this.loop), this.server, this.loop)
		.nodes();

	@BeforeEach
	void connect() {
		this.time.runFor(Duration.ofSeconds(1));
	}

	@Test
	@DisplayName("TC-24: nodes come from a file, with their parents, and are read by clients")
	void loadsNodes() {
		this.server.load("""
				{
					"/zk/testing/vt/ns/test_keyspace": { "TabletTypes": ["master", "replica"] },
					"/zk/testing/vt/ns/test_keyspace/0/master": { "Entries": [{ "NamedPortMap": { "_vtocc": 1 } }] },
					"/zk/testing/vt/ns/test_keyspace/owner": "nobody"
				}""");
		String keyspace = "/zk/testing/vt/ns/test_keyspace";
		assertThat(get(this.nodes.children("/zk/testing/vt/ns"))).containsExactly("test_keyspace");
		assertThat(get(this.nodes.children(keyspace))).containsExactly("0", "owner");
		assertThat(read(keyspace)).isEqualTo("{\"TabletTypes\":[\"master\",\"replica\"]}");
		assertThat(read(keyspace + "/0/master")).contains("NamedPortMap");
		assertThat(read(keyspace + "/0")).isEmpty();
		assertThat(read(keyspace + "/owner")).isEqualTo("nobody");
	}

	@Test
	void nodesThatAreThereGetTheContentAndTheirWatchersAreTold() {
		create("/a", NodeKind.PERSISTENT);
		List<Object> events = new ArrayList<>();
		VirtualLoop other = this.time.newLoop("other");
		this.server.open(ZkClientOptions.of("simulated"), new Unheard(), other).watch("/a", events::add, (answer) -> {
		});
		this.time.runFor(Duration.ofSeconds(1));
		this.server.load("{\"/a\": \"new\", \"/a/b\": null}");
		assertThat(read("/a")).isEqualTo("new");
		assertThat(get(this.nodes.children("/a"))).containsExactly("b");
		assertThat(get(this.nodes.read("/a")).stat().version()).isEqualTo(1);
		assertThat(events).hasToString("[CHANGED]");
	}

	@Test
	void nothingIsLoadedIfOneWouldBeBelowAnEphemeralNode() {
		create("/e", NodeKind.EPHEMERAL);
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.load("{\"/a\": 1, \"/e/x/y\": 1}"))
			.withMessage("'/e/x/y' can't be made: NO_CHILDREN_FOR_EPHEMERALS");
		assertThat(this.server.exists("/a")).isFalse();
		create("/a", NodeKind.PERSISTENT);
		assertThat(this.server.exists("/a")).isTrue();
	}

	@Test
	void aServerThatDoesNotRunLoadsNothing() {
		this.server.stop();
		this.server.load("{\"/a\": 1}");
		assertThat(this.server.exists("/a")).isFalse();
	}

	private void create(String path, NodeKind kind) {
		get(this.nodes.create(new Change.Create(path, new byte[0], kind)));
	}

	private String read(String path) {
		return new String(get(this.nodes.read(path)).data());
	}

	private <T> T get(CompletionStage<T> stage) {
		this.time.runFor(Duration.ofSeconds(1));
		return stage.toCompletableFuture().join();
	}

}
