package io.zkhelper.test.edge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.test.server.EmbeddedEnsemble;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.server.RawClient;
import io.zkhelper.test.world.CapturedLog;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that are put back to a copy of their data, or wiped, while processes go on that
 * have seen later tokens (hazard H9). What the errors tell operators to do is done.
 */
class RestoredServerTests {

	private static final Duration SESSION = Duration.ofSeconds(2);

	private final CapturedLog log = CapturedLog.of(LeaderElection.class, Level.ERROR);

	@AfterEach
	void release() {
		this.log.close();
	}

	@ParameterizedTest
	@EnabledIfSystemProperty(named = "zkhelper.restores", matches = "all",
			disabledReason = "20 s more, most of it until clients give their sessions up: -Dzkhelper.restores=all")
	@ValueSource(booleans = { true, false })
	void processesRefuseEarlierTokensUntilTheyAreTold(boolean wiped) throws Exception {
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start()) {
			FencingToken highest;
			try (Team team = Team.of(server.connectString(), SESSION)) {
				team.round();
				goBack(server, team, wiped);
				highest = team.highest();
				awaitRefusals(team);
			}
			assertThat(error()).contains(
					"or accept older tokens, as a stand-alone server without epochs demands: stop all participants, empty the fence, delete '"
							+ Team.RECORD + "' and start them");
			deleteRecord(server.connectString());
			try (Team restarted = Team.of(server.connectString(), SESSION)) {
				assertThat(highest.isNewerThan(restarted.round())).as("nobody remembers").isTrue();
				restarted.round();
			}
		}
	}

	private static void goBack(EmbeddedZooKeeper server, Team team, boolean wiped) {
		server.stop();
		try (Backup backup = Backup.of(server.dataDirectory())) {
			server.restart();
			// Over to the next epoch, which the copy is far from
			server.rollOverAfter(5);
			team.round();
			team.round();
			team.awaitSeen();
			server.stop();
			if (wiped) {
				Backup.wipe(server.dataDirectory());
			}
			else {
				backup.restore();
			}
			server.restart();
		}
	}

	@Test
	void anEnsembleGetsAboveByItsEpoch() throws Exception {
		try (EmbeddedEnsemble ensemble = EmbeddedEnsemble.start();
				Team team = Team.of(ensemble.connectString(), SESSION)) {
			team.round();
			stopAll(ensemble);
			List<Backup> backups = servers(ensemble).mapToObj((server) -> Backup.of(ensemble.dataDirectory(server)))
				.toList();
			startAll(ensemble);
			restartLeader(ensemble);
			team.round();
			team.awaitSeen();
			stopAll(ensemble);
			backups.forEach(Backup::restore);
			backups.forEach(Backup::close);
			startAll(ensemble);
			awaitRefusals(team);
			assertThat(error())
				.contains("restart the ensemble's leader until the epoch, the first eight digits, is above that");
			while (epoch(ensemble.connectString()) <= team.highest().zxid() >> 32) {
				restartLeader(ensemble);
			}
			team.round();
		}
	}

	private static void restartLeader(EmbeddedEnsemble ensemble) {
		ensemble.start(ensemble.stopLeader());
		ensemble.awaitServing();
	}

	private static void stopAll(EmbeddedEnsemble ensemble) {
		servers(ensemble).forEach(ensemble::stop);
	}

	private static void startAll(EmbeddedEnsemble ensemble) {
		servers(ensemble).forEach(ensemble::start);
		ensemble.awaitServing();
	}

	private static IntStream servers(EmbeddedEnsemble ensemble) {
		return IntStream.range(0, ensemble.size());
	}

	private void awaitRefusals(Team team) {
		Team.await("an error", () -> team.leading().isEmpty() && !this.log.messages(Level.ERROR).isEmpty());
		assertThat(error()).contains("can't lead: its token ", " is not above " + team.highest());
		List<CompletableFuture<HeldLock>> attempts = team.askForLocks();
		Team.await("refusals", () -> attempts.stream().allMatch(CompletableFuture::isDone));
		assertThat(attempts).allSatisfy((attempt) -> assertThat(attempt).isCompletedExceptionally());
		attempts.forEach((attempt) -> assertThat(attempt.handle((held, ex) -> ex).join())
			.isInstanceOf(LockRefusedException.class)
			.hasMessageContainingAll("its token ", " is not above ",
					"stop all processes, empty the fence and start them"));
		assertThat(team.leading()).isEmpty();
	}

	private String error() {
		return this.log.messages(Level.ERROR).get(0);
	}

	private static void deleteRecord(String connectString) throws InterruptedException, KeeperException {
		try (RawClient client = RawClient.connect(connectString)) {
			client.zooKeeper().delete(Team.RECORD, -1);
		}
	}

	private static long epoch(String connectString) throws InterruptedException, KeeperException {
		try (RawClient client = RawClient.connect(connectString)) {
			String path = client.create("/epoch", CreateMode.EPHEMERAL);
			return client.zooKeeper().exists(path, false).getCzxid() >> 32;
		}
	}

}
