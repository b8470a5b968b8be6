package io.zkhelper.test.election;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.test.world.CapturedLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Leases and the times on which they rest.
 */
class ClockTests {

	/** The longest safe lease under a session timeout of a second (R1). */
	private static final Duration SAFE = Duration.ofMillis(425);

	private final Scene scene = new Scene();

	@Test
	void aWallClockSetForwardEndsTheTermAndAnotherFollows() {
		Player player = this.scene.joinAndLead("a");
		Leadership first = player.member().leadership();
		player.loop().stepWallClock(Duration.ofSeconds(10));
		assertThat(player.member().leads()).isFalse();
		this.scene.await("a second term", () -> player.member().term() == 2);
		assertThat(first.isValid()).isFalse();
		assertThat(player.member().leadership().token().isNewerThan(first.token())).isTrue();
		this.scene.awaitContenders(1);
		assertThat(player.member().events()).containsExactly("granted 1", "revoked 1 LEASE_LAPSED", "granted 2");
	}

	@Test
	void aWallClockSetBackChangesNothing() {
		Player player = this.scene.joinAndLead("a");
		player.loop().stepWallClock(Duration.ofHours(-1));
		this.scene.during(Duration.ofSeconds(5), "a leads", () -> player.member().term() == 1);
	}

	@Test
	void aMonotonicClockThatStandsStillDoesNotHoldTheTerm() {
		Player player = this.scene.joinAndLead("a");
		player.loop().setMonotonicRate(0);
		this.scene.runFor(Duration.ofSeconds(1));
		assertThat(player.member().leads()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 700, 1400, 2000, 2700, 5000 })
	void aProcessThatWasFrozenKnowsItBeforeAnythingElse(int millis) {
		Player first = this.scene.joinAndLead("a");
		Player second = this.scene.join("b");
		Leadership lost = first.member().leadership();
		first.loop().pause();
		this.scene.runFor(Duration.ofMillis(millis));
		first.loop().resume();
		assertThat(first.member().leads()).isFalse();
		assertThat(lost.isValid()).isFalse();
		assertThat(lost.remaining()).isZero();
		assertThat(first.member().election().startWork(() -> {
		})).isEmpty();
		this.scene.await("somebody leads", () -> !this.scene.leaders().isEmpty());
		this.scene.awaitContenders(2);
		assertThat(first.member().events()).startsWith("granted 1", "revoked 1 LEASE_LAPSED");
		assertThat(second.member().events()).hasSizeLessThan(3);
	}

	@Test
	void aLeaseIsShortenedWhenTheServerGrantsAShorterSession() {
		this.scene.server().setSessionTimeouts(Duration.ofMillis(400), Duration.ofSeconds(1));
		ElectionOptions options = ElectionOptions.DEFAULT.withLease(Duration.ofMillis(900));
		Player first = this.scene.join(this.scene.player("a", Scene.CLIENT, options));
		this.scene.awaitLeader(first);
		assertThat(first.member().leadership().remaining()).isLessThanOrEqualTo(SAFE);
		this.scene.during(Duration.ofSeconds(3), "a leads", first::seesItselfLeading);
		assertThat(first.member().leadership().remaining()).isLessThanOrEqualTo(SAFE);
		Player second = this.scene.join(this.scene.player("b", Scene.CLIENT, options));
		first.link().silence();
		this.scene.awaitLeader(second);
	}

	@Test
	void aLeaseIsShortenedWhenTheServerGrantsAShorterSessionAtAReconnect() {
		Player first = this.scene.player("a", Scene.CLIENT, ElectionOptions.DEFAULT.withLease(Duration.ofMillis(900)));
		this.scene.awaitLeader(this.scene.join(first));
		Player second = this.scene.join("b");
		this.scene.runFor(Duration.ofSeconds(3));
		this.scene.server().setSessionTimeouts(Duration.ofMillis(400), Duration.ofSeconds(1));
		first.link().disconnect();
		this.scene.await("another timeout",
				() -> first.member().client().view().timeout().equals(Duration.ofSeconds(1)));
		assertThat(first.member().leads()).isTrue();
		assertThat(first.member().leadership().remaining()).isLessThanOrEqualTo(SAFE);
		first.link().silence();
		this.scene.awaitLeader(second);
	}

	@Test
	void aSessionTooShortForAnyLeaseIsRefusedWithTheRemedy() {
		this.scene.server().setSessionTimeouts(Duration.ofMillis(100), Duration.ofMillis(140));
		try (CapturedLog log = CapturedLog.of(LeaderElection.class, Level.INFO)) {
			Player player = this.scene.player("a");
			player.member().election().start();
			this.scene.during(Duration.ofSeconds(10), "nobody leads", () -> this.scene.leaders().isEmpty());
			assertThat(log.messages(Level.ERROR)).hasSizeBetween(3, 6)
				.allMatch((error) -> error.contains("session timeout of PT0.14S") && error.contains("tick time"));
			assertThat(player.member().events()).isEmpty();
			assertThat(this.scene.server().requests()).isLessThan(100);
		}
	}

}
