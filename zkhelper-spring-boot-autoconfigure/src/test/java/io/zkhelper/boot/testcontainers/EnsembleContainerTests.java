package io.zkhelper.boot.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

import io.zkhelper.session.SessionState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.lifecycle.Startables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Three servers, one of which dies.
 */
@EnabledWithDocker
@Testcontainers
class EnsembleContainerTests {

	private static final String SERVERS = "server.1=zk1:2888:3888;2181 server.2=zk2:2888:3888;2181 server.3=zk3:2888:3888;2181";

	private Network network;

	private GenericContainer<?>[] servers;

	@BeforeEach
	void startEnsemble() {
		this.network = Network.newNetwork();
		this.servers = IntStream.rangeClosed(1, 3).mapToObj(this::server).toArray(GenericContainer<?>[]::new);
		Startables.deepStart(this.servers).join();
	}

	private GenericContainer<?> server(int id) {
		return Containers.zooKeeper()
			.withNetwork(this.network)
			.withNetworkAliases("zk" + id)
			.withEnv("ZOO_MY_ID", Integer.toString(id))
			.withEnv("ZOO_SERVERS", SERVERS)
			.withEnv("ZOO_STANDALONE_ENABLED", "false");
	}

	@AfterEach
	void stopEnsemble() {
		Arrays.stream(this.servers).forEach(GenericContainer::stop);
		this.network.close();
	}

	@Test
	void keepsSessionsAndTheElectionWhenItsLeaderIsKilled() {
		try (Rivals rivals = new Rivals(Containers.connectString(this.servers))) {
			rivals.awaitLeader();
			rivals.awaitBothInTheQueue();
			Containers.kill(leaderOfTheEnsemble());
			rivals.awaitBothInTheQueue();
			rivals.awaitLeader();
			assertThat(rivals.sawState(SessionState.EXPIRED)).isFalse();
			assertThat(rivals.overlaps()).isZero();
		}
	}

	private GenericContainer<?> leaderOfTheEnsemble() {
		await().until(() -> Arrays.stream(this.servers).anyMatch(EnsembleContainerTests::leads));
		return Arrays.stream(this.servers).filter(EnsembleContainerTests::leads).findFirst().orElseThrow();
	}

	private static boolean leads(GenericContainer<?> server) {
		try (Socket socket = new Socket(server.getHost(), server.getMappedPort(2181))) {
			socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
				.contains("Mode: leader");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
