package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of the node of a process that is killed.
 */
class PresenceProcessTests {

	private static final String PATH = "/app/pids/one";

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.builder().tickTime(Settings.SHORT.tickTime()).start();

	private final Settings settings = Settings.of(this.server.connectString(), OwnRecipe.LOCK, Settings.SHORT);

	private final ZkClient client = this.settings.connect();

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	@DisplayName("TR-24: who waits registers soon after the owner's process was killed")
	void anotherRegistersAfterTheOwnerWasKilled() throws InterruptedException {
		List<String> arguments = new ArrayList<>(List.of(PATH));
		arguments.addAll(this.settings.toArguments());
		try (JavaProcess owner = JavaProcess.start("presence", this.directory, PresenceMain.class, arguments);
				Presence waiting = Presence.builder(this.client, PATH).waitAtMost(Duration.ofMinutes(2)).build()) {
			owner.awaitLine("registered");
			waiting.start();
			await().atMost(this.settings.patience()).until(() -> waiting.view().state() == PresenceState.WAITING);
			owner.send("KILL");
			assertThat(waiting.awaitRegistered(this.settings.patience())).as(() -> waiting.view().toString()).isTrue();
			assertThat(this.server.children("/app/pids")).containsExactly("one");
		}
	}

}
