package io.zkhelper.test.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.server.TcpProxy;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who knows the id of a session can take it over, so nobody is told.
 */
@Timeout(60)
class SecretSessionTests {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.zkhelper");

	private final Logger election = (Logger) LoggerFactory.getLogger("io.zkhelper.election");

	private final Lines lines = new Lines();

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	private final TcpProxy proxy = TcpProxy.to(this.server.port());

	private final List<Long> ids = new CopyOnWriteArrayList<>();

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.TRACE);
		this.election.setLevel(null);
		this.logger.setAdditive(false);
		this.lines.start();
		this.logger.addAppender(this.lines);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.lines);
		this.logger.setAdditive(true);
		this.election.setLevel(Level.ERROR);
		this.logger.setLevel(null);
		this.proxy.close();
		this.server.close();
	}

	@Test
	@DisplayName("H17 no line of the log and no text of an object has the id of a session")
	void secret() {
		ZkClient client = ZkClient.connect(ZkClientOptions.of(this.proxy.connectString()).withTiming(TIMING));
		Led led = Led.by(client);
		note();
		this.proxy.dropConnections();
		this.server.expireSessions();
		ConnectionTests.await(() -> led.election().isLeader() && !this.server.children(CANDIDATES).isEmpty());
		note();
		this.server.restart();
		ConnectionTests.await(() -> led.election().isLeader());
		String texts = Stream
			.of(client, client.view(), led.election(), led.election().view(), led.term(), led.term().guard())
			.map(Objects::toString)
			.reduce("", String::concat);
		client.close();
		assertThat(this.ids).hasSize(2).doesNotContain(0L).doesNotHaveDuplicates();
		assertThat(this.lines.texts).hasSizeGreaterThan(20);
		this.ids.forEach((id) -> assertThat(Stream.concat(this.lines.texts.stream(), Stream.of(texts)))
			.noneMatch((text) -> text.contains(Long.toHexString(id)) || text.contains(Long.toString(id))));
	}

	@Test
	@DisplayName("H17 nothing shows the ticket of a session that is passed on")
	void ticket() {
		ZkClientOptions options = ZkClientOptions.of(this.server.connectString()).withTiming(TIMING);
		ZkClient first = ZkClient.connect(options);
		Led.by(first);
		SessionTicket ticket = first.detach().toCompletableFuture().join().orElseThrow();
		ZkClientOptions resuming = options.withTicket(ticket);
		ZkClient second = ZkClient.connect(resuming);
		Led led = Led.by(second);
		ZkClient late = ZkClient.connect(resuming);
		ConnectionTests.await(() -> late.state() == SessionState.CONNECTED);
		String texts = Stream.of(ticket, resuming, ticket.owner(), second, led.term(), Optional.of(ticket))
			.map(Objects::toString)
			.reduce("", String::concat)
			.toLowerCase(Locale.ROOT);
		late.close();
		second.close();
		assertThat(this.lines.texts).anyMatch((text) -> text.contains("it was used before"));
		assertThat(Stream.concat(this.lines.texts.stream(), Stream.of(texts))).noneMatch((text) -> shows(text, ticket));
	}

	private static boolean shows(String text, SessionTicket ticket) {
		SessionTicket.Owner owner = ticket.owner();
		return Stream
			.of(Long.toHexString(owner.id()), Long.toString(owner.id()), HexFormat.of().formatHex(owner.password()),
					Arrays.toString(owner.password()), ticket.secret().toLowerCase(Locale.ROOT))
			.anyMatch(text::contains);
	}

	// As somebody else, whom the server tells
	private void note() {
		try {
			ZooKeeper stranger = new ZooKeeper(this.server.connectString(), 10_000, (event) -> {
			});
			for (String name : this.server.children(CANDIDATES)) {
				Stat stat = stranger.exists(CANDIDATES + "/" + name, false);
				this.ids.add(stat.getEphemeralOwner());
			}
			stranger.close();
		}
		catch (KeeperException | InterruptedException | IOException ex) {
			throw new IllegalStateException("A stranger could not ask", ex);
		}
	}

	private static final class Lines extends AppenderBase<ILoggingEvent> {

		private final List<String> texts = new CopyOnWriteArrayList<>();

		@Override
		protected void append(ILoggingEvent event) {
			String trace = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
					: "";
			this.texts.add((event.getThreadName() + event.getFormattedMessage() + trace).toLowerCase(Locale.ROOT));
		}

	}

}
