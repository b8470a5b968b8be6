package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.session.Security;
import io.zkhelper.test.world.CapturedLog;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elections whose nodes somebody may not touch.
 */
class RefusedElectionTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final Scene scene = new Scene();

	private final CapturedLog log = CapturedLog.of(LeaderElection.class, Level.INFO);

	@AfterEach
	void release() {
		this.log.close();
	}

	@Test
	void whoMayNotQueueTriesLessAndLessOftenAndSaysSo() {
		this.scene.server().deny(Scene.CANDIDATES, Perms.CREATE);
		Player player = this.scene.player("a");
		player.member().election().start();
		this.scene.runFor(MINUTE);
		int early = errors().size();
		this.scene.runFor(MINUTE);
		assertThat(early).isBetween(4, 9);
		assertThat(errors().size() - early).isBetween(1, 3);
		assertThat(errors()).allMatch((error) -> error.contains("NO_AUTH") && error.contains(Scene.CANDIDATES));
		assertThat(this.scene.server().requests()).as("the view looks every second").isLessThan(400);
		this.scene.server().allow(Scene.CANDIDATES);
		this.scene.await("a leads", MINUTE, player::seesItselfLeading);
	}

	@Test
	void whoMayNotReadTheQueueHealsAsWell() {
		Player player = this.scene.joinAndLead("a");
		this.scene.server().deny(Scene.CANDIDATES, Perms.READ);
		player.member().election().resign();
		this.scene.runFor(MINUTE);
		assertThat(errors()).hasSizeBetween(3, 9);
		assertThat(player.seesItselfLeading()).isFalse();
		this.scene.server().allow(Scene.CANDIDATES);
		this.scene.await("a leads", MINUTE, player::seesItselfLeading);
		this.scene.awaitContenders(1);
	}

	@Test
	@DisplayName("TR-03 who may not write the record lets another one lead")
	void recordOfAnother() {
		Player stranger = this.scene.joinAndLead("stranger");
		this.scene.await("the stop", stranger.member().election().stop());
		this.scene.server().deny(Scene.RECORD, Perms.WRITE);
		Player first = this.scene.join("a");
		Player second = this.scene.player("b");
		second.member().election().start();
		this.scene.runFor(MINUTE);
		assertThat(this.scene.leaders()).isEmpty();
		assertThat(errors()).as("each tries, and makes way for the other")
			.anyMatch((error) -> error.contains("'a' can't lead"))
			.anyMatch((error) -> error.contains("'b' can't lead"))
			.hasSizeLessThan(20);
		this.scene.server().allow(Scene.RECORD);
		this.scene.await("one leads", MINUTE, () -> !this.scene.leaders().isEmpty());
		this.scene.await("both are there", MINUTE, () -> this.scene.contenders() == 2);
		assertThat(first.member().election().view().history()).isNotEmpty();
	}

	@Test
	@DisplayName("TR-03 who may not write the record does not stand in the way of who may")
	void recordOfTheOther() {
		this.scene.await("the stop", this.scene.joinAndLead("x").member().election().stop());
		Security known = Security.of("digest", "b:secret");
		this.scene.replace(Scene.RECORD, known);
		Player first = this.scene.player("a");
		first.member().election().start();
		Player second = this.scene.player("b", Scene.CLIENT.withSecurity(known), ElectionOptions.DEFAULT);
		second.member().election().start();
		this.scene.awaitLeader(second);
		assertThat(errors()).isNotEmpty().allMatch((error) -> error.contains("'a' can't lead"));
		this.scene.await("a is back", () -> this.scene.contenders() == 2);
		this.scene.during(MINUTE, "b leads on", second::seesItselfLeading);
	}

	private List<String> errors() {
		return this.log.messages(Level.ERROR);
	}

}
