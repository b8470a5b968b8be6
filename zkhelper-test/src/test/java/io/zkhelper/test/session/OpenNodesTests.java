package io.zkhelper.test.session;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.Security;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Nodes that everybody may change, in the way of a client that has credentials.
 */
class OpenNodesTests {

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	private final Logger logger = (Logger) LoggerFactory.getLogger(ZkClient.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void close() {
		this.logger.detachAppender(this.log);
		this.server.close();
	}

	@Test
	void areWarnedOfOnce() throws InterruptedException {
		lead(ZkClientOptions.of(this.server.connectString()), "open");
		lead(withCredentials(), "secret");
		await().untilAsserted(() -> assertThat(warnings()).hasSize(2));
		assertThat(warnings()).anyMatch((warning) -> warning.contains("'/zkhelper'"))
			.anyMatch((warning) -> warning.contains("'/zkhelper/elections'"));
	}

	@Test
	void areNoneIfTheClientMadeThemAll() throws InterruptedException {
		lead(withCredentials(), "secret");
		assertThat(warnings()).isEmpty();
	}

	private ZkClientOptions withCredentials() {
		return ZkClientOptions.of(this.server.connectString()).withSecurity(Security.of("digest", "me:secret"));
	}

	private void lead(ZkClientOptions options, String name) throws InterruptedException {
		try (ZkClient client = ZkClient.connect(options);
				LeaderElection election = LeaderElection.builder(client, name).build()) {
			election.start();
			assertThat(election.awaitLeadership(Duration.ofSeconds(10))).isPresent();
			await().until(() -> !election.view().participants().isEmpty());
		}
	}

	private List<String> warnings() {
		return List.copyOf(this.log.list)
			.stream()
			.map(ILoggingEvent::getFormattedMessage)
			.filter((message) -> message.startsWith("Everybody may change"))
			.toList();
	}

}
