package io.zkhelper.test.edge;

import java.time.Duration;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.test.server.EmbeddedEnsemble;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elections and locks while the servers run out of numbers for the transactions of an
 * epoch: 32 bits, a month at two thousand a second.
 */
class RollOverTests {

	@Test
	void aStandAloneServerCountsOnInTheNextEpoch() {
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start();
				Team team = Team.of(server.connectString(), Duration.ofSeconds(10))) {
			long epoch = epoch(team.round());
			server.rollOverAfter(12);
			assertThat(epoch(rounds(team, 4))).isEqualTo(epoch + 1);
		}
	}

	@Test
	void anEnsembleElectsAnotherLeaderAndEverybodyGoesOn() {
		try (EmbeddedEnsemble ensemble = EmbeddedEnsemble.start();
				Team team = Team.of(ensemble.connectString(), Duration.ofSeconds(10))) {
			long epoch = epoch(team.round());
			ensemble.rollOverAfter(12);
			assertThat(epoch(rounds(team, 4))).isGreaterThan(epoch);
			ensemble.awaitServing();
		}
	}

	private static FencingToken rounds(Team team, int rounds) {
		for (int i = 1; i < rounds; i++) {
			team.round();
		}
		return team.round();
	}

	private static long epoch(FencingToken token) {
		return token.zxid() >> 32;
	}

}
