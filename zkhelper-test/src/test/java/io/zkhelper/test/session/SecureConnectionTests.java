package io.zkhelper.test.session;

import java.time.Duration;
import java.util.List;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.Security;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Credentials and access control lists on a real server.
 */
@Timeout(60)
class SecureConnectionTests {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private static final Security SECURITY = Security.of("digest", "orders:secret");

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	@AfterEach
	void stop() {
		this.server.close();
	}

	private ZkClient connect(Security security) {
		return ZkClient
			.connect(ZkClientOptions.of(this.server.connectString()).withTiming(TIMING).withSecurity(security));
	}

	@Test
	void nobodyElseTouchesWhatAClientWithCredentialsHasMade() throws Exception {
		try (ZkClient client = connect(SECURITY)) {
			Led led = Led.by(client);
			ZooKeeper stranger = new ZooKeeper(this.server.connectString(), 10_000, (event) -> {
			});
			List.of("", "/elections/reports/leader").forEach((path) -> refused(stranger, "/zkhelper" + path));
			stranger.close();
			led.election().close();
		}
	}

	private static void refused(ZooKeeper stranger, String path) {
		assertThatExceptionOfType(KeeperException.NoAuthException.class)
			.isThrownBy(() -> stranger.getData(path, false, null));
		assertThatExceptionOfType(KeeperException.NoAuthException.class)
			.isThrownBy(() -> stranger.setData(path, new byte[0], -1));
		assertThatExceptionOfType(KeeperException.NoAuthException.class)
			.isThrownBy(() -> stranger.create(path + "/x", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT));
	}

	@Test
	void whoHasTheSameCredentialsTakesPart() throws InterruptedException {
		try (ZkClient client = connect(SECURITY); ZkClient other = connect(SECURITY)) {
			Led first = Led.by(client);
			LeaderElection second = LeaderElection.builder(other, "reports").build();
			second.start();
			ConnectionTests.await(() -> second.view().participants().size() == 2);
			first.election().close();
			assertThat(second.awaitLeadership(Duration.ofSeconds(20))).isPresent();
			second.close();
		}
	}

	@Test
	void aClientWithoutCredentialsDoesNotLeadAndCanLeave() {
		try (ZkClient client = connect(SECURITY); ZkClient stranger = connect(Security.NONE)) {
			Led led = Led.by(client);
			LeaderElection election = LeaderElection.builder(stranger, "reports").build();
			election.start();
			led.election().close();
			assertThat(election.awaitLeadership(Duration.ofMillis(700))).isEmpty();
			assertThat(election.stop()).succeedsWithin(Duration.ofSeconds(5));
			assertThat(this.server.children("/zkhelper/elections/reports/candidates")).isEmpty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void aSchemeThatTheServerDoesNotKnowIsAStateAndNoCrash() {
		try (ZkClient client = connect(Security.of("carrier-pigeon", "coo"))) {
			ConnectionTests.await(() -> client.state() == SessionState.AUTH_FAILED);
		}
	}

}
