package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.List;

import io.zkhelper.lock.LockOptions;
import io.zkhelper.test.fault.Campaign.Trial;
import io.zkhelper.test.server.FrameFault;
import io.zkhelper.test.server.RequestFrame;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How courses end that go wrong.
 */
class CourseTests {

	private static final Duration SHORT = Duration.ofSeconds(3);

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final String GONE = "/locks/ledger/_c_gone-lock-";

	private static Outcome run(Duration patience, Scenario.Play play, FaultPoint... points) throws Exception {
		try (Campaign campaign = new Campaign(patience)) {
			Trial trial = new Trial(new Scenario("this one", play), List.of(points));
			return campaign.runAll(List.of(trial)).get(0);
		}
	}

	@Test
	void aNodeThatIsLeftIsAGhost() throws Exception {
		Outcome outcome = run(SHORT, (course) -> course.stranger().make(course.root() + GONE));
		assertThat(outcome.verdict()).isEqualTo(Verdict.GHOST);
		assertThat(outcome.detail()).contains("_c_gone-lock-");
	}

	@Test
	void whoWaitsForEverIsStuck() throws Exception {
		Outcome outcome = run(SHORT, (course) -> {
			course.stranger().make(course.root() + GONE);
			LockScenarios.take(course, course.actor("a"), LockOptions.DEFAULT);
		});
		assertThat(outcome.verdict()).isEqualTo(Verdict.STUCK);
	}

	@Test
	void aFaultAtARequestThatDoesNotComeIsNotReached() throws Exception {
		FaultPoint never = new FaultPoint("a", new RequestFrame("setACL", 1), FrameFault.REQUEST_LOST);
		Outcome outcome = run(LONG, (course) -> course.actor("a"), never);
		assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_REACHED);
	}

	@Test
	void aFaultIsFollowedByWhatItCauses() throws Exception {
		FaultPoint lost = new FaultPoint("a", new RequestFrame("create2", 1), FrameFault.ANSWER_LOST);
		Outcome outcome = run(LONG, LockScenarios.UNCONTENDED.play(), lost);
		assertThat(outcome.verdict()).isEqualTo(Verdict.PASSED);
		assertThat(outcome.following().get(0).frame().operation()).isEqualTo("connect");
	}

}
