package io.zkhelper.election;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.EventLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Audience}.
 */
class AudienceTests {

	private static final ElectionView VIEW = new ElectionView(ElectionState.FOLLOWING, Optional.empty(), List.of(),
			List.of(), Instant.EPOCH, false);

	private final EventLoop loop = EventLoop.onDaemonThread("audience");

	private final Audience audience = new Audience(this.loop, Runnable::run);

	private final List<String> told = new ArrayList<>();

	@AfterEach
	void shutDown() {
		this.loop.shutdown();
	}

	@Test
	void hearsNothingAfterAFailure() {
		this.audience.add("listener", listener("early"), (added) -> this.told.add("added"));
		this.audience.addObserver("observer", (view) -> this.told.add("observed"));
		this.audience.viewed(VIEW);
		this.audience.fail(new ElectionEndedException("reports", "a", ElectionTrouble.DISCONNECTED));
		this.audience.leaderChanged(VIEW);
		this.audience.viewed(new ElectionView(ElectionState.FOLLOWING,
				Optional.of(new Term(1, Participant.of("b"), new FencingToken(1, 0), Instant.EPOCH)), List.of(),
				List.of(), Instant.EPOCH, false));
		assertThat(this.told).containsExactly("added", "observed", "early DISCONNECTED");
	}

	@Test
	void hearsOfTheFailureWhenItComesLate() {
		this.audience.fail(new ElectionEndedException("reports", "a", ElectionTrouble.REFUSED));
		this.audience.add("listener", listener("late"), (added) -> this.told.add("added"));
		this.audience.leaderChanged(VIEW);
		assertThat(this.told).containsExactly("late REFUSED");
	}

	private LeadershipListener listener(String name) {
		return new LeadershipListener() {

			@Override
			public void onLeaderChanged(ElectionView view) {
				AudienceTests.this.told.add(name + " heard of a leader");
			}

			@Override
			public void onFailed(ElectionEndedException failure) {
				AudienceTests.this.told.add(name + " " + failure.trouble());
			}

		};
	}

}
