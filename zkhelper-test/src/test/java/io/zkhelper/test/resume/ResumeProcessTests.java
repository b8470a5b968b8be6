package io.zkhelper.test.resume;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.process.JavaProcess;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session that goes from a process that ends to the next one.
 */
class ResumeProcessTests {

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.builder().tickTime(ResumeMain.TIMING.tickTime()).start();

	private final ZkClient client = ZkClient
		.connect(ZkClientOptions.of(this.server.connectString()).withTiming(ResumeMain.TIMING));

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.client.close();
		this.server.close();
	}

	@Test
	@DisplayName("TD-05: a restarted process goes on with the session and leads, past one that waits")
	void aRestart() {
		try (JavaProcess next = start("next", ticket(), "none"); JavaProcess first = start("first", "new", ticket())) {
			next.awaitLine("ready");
			first.awaitLine("leads term 1");
			Member waiter = Member.of(this.client, "waiter", "waiter", ElectionOptions.DEFAULT);
			first.awaitEnd(Duration.ofSeconds(60));
			next.awaitLine("leads term 2");
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> waiter.sees("next") && waiter.ids().equals(List.of("next", "waiter")));
			assertThat(waiter.events()).isEmpty();
			assertThat(first.log() + next.log()).doesNotContain("WARN");
		}
	}

	private String ticket() {
		return this.directory.resolve("ticket").toString();
	}

	private JavaProcess start(String id, String from, String to) {
		return JavaProcess.start(id, this.directory, ResumeMain.class,
				List.of(id, this.server.connectString(), from, to));
	}

}
