package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.List;

import io.zkhelper.lock.LockOptions;
import io.zkhelper.test.fault.Campaign.Trial;
import io.zkhelper.test.server.FrameFault;
import io.zkhelper.test.server.RequestFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How courses end that go wrong.
 */
class CourseTests {

	private final Campaign campaign = new Campaign(Duration.ofSeconds(5));

	@AfterEach
	void close() {
		this.campaign.close();
	}

	private Outcome run(Scenario.Play play, FaultPoint... points) throws Exception {
		Trial trial = new Trial(new Scenario("this one", play), List.of(points));
		return this.campaign.runAll(List.of(trial)).get(0);
	}

	@Test
	void aNodeThatIsLeftIsAGhost() throws Exception {
		Outcome outcome = run((course) -> course.stranger().make(course.root() + "/locks/ledger/_c_ghost-lock-"));
		assertThat(outcome.verdict()).isEqualTo(Verdict.GHOST);
		assertThat(outcome.detail()).contains("_c_ghost-lock-");
	}

	@Test
	void whoWaitsForEverIsStuck() throws Exception {
		Outcome outcome = run((course) -> {
			LockScenarios.take(course, course.actor("a"), LockOptions.DEFAULT);
			LockScenarios.take(course, course.actor("b"), LockOptions.DEFAULT);
		});
		assertThat(outcome.verdict()).isEqualTo(Verdict.STUCK);
		assertThat(outcome.detail()).contains("b holds");
	}

	@Test
	void aFaultAtARequestThatDoesNotComeIsNotReached() throws Exception {
		FaultPoint never = new FaultPoint("a", new RequestFrame("setACL", 1), FrameFault.REQUEST_LOST);
		Outcome outcome = run((course) -> course.actor("a"), never);
		assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_REACHED);
	}

	@Test
	void aFaultIsFollowedByWhatItCauses() throws Exception {
		FaultPoint lost = new FaultPoint("a", new RequestFrame("create2", 1), FrameFault.ANSWER_LOST);
		Outcome outcome = run(LockScenarios.UNCONTENDED.play(), lost);
		assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
		assertThat(outcome.following()).first().hasToString("a connect #2");
	}

}
