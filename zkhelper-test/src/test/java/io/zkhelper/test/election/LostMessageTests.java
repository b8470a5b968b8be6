package io.zkhelper.test.election;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elections in which a request or its answer gets lost.
 */
class LostMessageTests {

	private final Scene scene = new Scene();

	@ParameterizedTest
	@EnumSource
	@DisplayName("TR-09 a node whose creation was not answered is found or made again")
	void creation(Loss loss) {
		Player first = this.scene.joinAndLead("a");
		Player second = this.scene.player("b");
		second.link().failNext(RequestKind.CREATE, loss);
		this.scene.join(second);
		this.scene.awaitContenders(2);
		first.member().election().stop();
		this.scene.awaitLeader(second);
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("TR-03 who gets no answer to its grant is granted one term, and has one node")
	void aGrantWithoutAnAnswerIsOneTerm(Loss loss) {
		Player only = this.scene.player("a");
		only.link().failNext(RequestKind.MULTI, loss);
		this.scene.join(only);
		this.scene.awaitLeader(only);
		this.scene.awaitContenders(1);
		assertThat(only.member().events()).containsExactly("granted 1");
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("TR-10 a release without an answer is a release")
	void release(Loss loss) {
		Player first = this.scene.joinAndLead("a");
		Player second = this.scene.join("b");
		first.link().failNext(RequestKind.MULTI, loss);
		this.scene.await("the stop", first.member().election().stop());
		assertThat(first.member().events()).containsExactly("granted 1", "revoked 1 STOPPED");
		this.scene.await("a clean hand-over", Duration.ofMillis(500), second::seesItselfLeading);
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("TR-10 the delete of a follower that leaves is tried until it is done")
	void delete(Loss loss) {
		this.scene.joinAndLead("a");
		Player second = this.scene.join("b");
		this.scene.runFor(Duration.ofSeconds(1));
		second.link().failNext(RequestKind.DELETE, loss);
		this.scene.await("the stop", second.member().election().stop());
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "LIST", "READ" })
	void aReadOnTheWayToLeadershipIsRepeated(RequestKind kind) {
		Player only = this.scene.player("a");
		for (int i = 0; i < 5; i++) {
			only.link().failNext(kind, Loss.LOST_ANSWER);
		}
		this.scene.join(only);
		this.scene.awaitLeader(only);
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "LIST", "READ", "SYNC" })
	void aReadOfAWaiterIsRepeated(RequestKind kind) {
		Player first = this.scene.joinAndLead("a");
		Player second = this.scene.player("b");
		for (int i = 0; i < 5; i++) {
			second.link().failNext(kind, Loss.LOST_REQUEST);
		}
		this.scene.join(second);
		second.link().disconnect();
		first.member().election().stop();
		this.scene.awaitLeader(second);
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest
	@EnumSource
	void whoIsCutOffRightAfterItsGrantWasLostIsToldNothing(Loss loss) {
		Player first = this.scene.player("a");
		first.link().failNext(RequestKind.MULTI, loss);
		this.scene.join(first);
		Player second = this.scene.join("b");
		first.link().cut();
		this.scene.awaitLeader(second);
		first.link().restore();
		this.scene.awaitContenders(2);
		assertThat(first.member().events()).isEmpty();
		assertThat(second.member().events()).hasSize(1);
	}

	@Test
	void aReleaseThatFindsNoServerIsMadeUpForOrExpires() {
		Player first = this.scene.joinAndLead("a");
		Player second = this.scene.join("b");
		this.scene.server().stop();
		CompletionStage<Void> stopped = first.member().election().stop();
		this.scene.runFor(Duration.ofMillis(500));
		assertThat(first.member().events()).containsExactly("granted 1", "revoked 1 STOPPED");
		this.scene.server().start();
		this.scene.await("the stop", stopped);
		this.scene.await("a clean hand-over", Duration.ofSeconds(1), second::seesItselfLeading);
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 35, 40, 45, 50 })
	@DisplayName("TR-17 a connection that breaks at any step on the way leaves nothing behind")
	void brokenOnTheWay(int millis) {
		Player first = this.scene.player("a");
		first.member().election().start();
		this.scene.runFor(Duration.ofMillis(millis));
		first.link().disconnect();
		this.scene.awaitLeader(first);
		Player second = this.scene.player("b");
		second.member().election().start();
		this.scene.runFor(Duration.ofMillis(millis));
		second.link().disconnect();
		first.member().election().stop();
		first.link().disconnect();
		this.scene.awaitLeader(second);
		this.scene.awaitContenders(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 35, 40, 45, 50 })
	@DisplayName("TR-17 stopping at any step on the way leaves nothing behind")
	void stoppedOnTheWay(int millis) {
		LeaderElection election = this.scene.player("a").member().election();
		election.start();
		this.scene.runFor(Duration.ofMillis(millis));
		this.scene.await("the stop", election.stop());
		this.scene.awaitContenders(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 35, 40, 45, 50 })
	@DisplayName("TR-17 closing the client at any step on the way leaves nothing behind")
	void closedOnTheWay(int millis) {
		Member member = this.scene.player("a").member();
		member.election().start();
		this.scene.runFor(Duration.ofMillis(millis));
		member.client().closeAsync();
		this.scene.await("no session", () -> this.scene.server().sessions() == 0);
		this.scene.awaitContenders(0);
	}

}
