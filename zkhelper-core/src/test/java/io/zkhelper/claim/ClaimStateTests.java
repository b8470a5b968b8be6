package io.zkhelper.claim;

import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.ClaimState.Abandoning;
import io.zkhelper.claim.ClaimState.Ended;
import io.zkhelper.claim.ClaimState.Joining;
import io.zkhelper.claim.ClaimState.Leaving;
import io.zkhelper.claim.ClaimState.Searching;
import io.zkhelper.claim.Queued.Confirming;
import io.zkhelper.claim.Queued.Holding;
import io.zkhelper.claim.Queued.Unplaced;
import io.zkhelper.claim.Queued.Waiting;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every decision of a claim, without any server.
 */
class ClaimStateTests {

	private static final Contender OLDEST = new Contender("_c_a-latch-0000000001", 1);

	private static final Contender OLDER = new Contender("_c_b-latch-0000000002", 2);

	private static final Contender OWN = new Contender("_c_c-latch-0000000003", 3);

	private static final Place BEHIND_OLDER = new Place.Behind(OLDER, false);

	private static Place placeIn(List<Contender> queue) {
		return Precedence.EVERYBODY_AHEAD.placeOf(OWN, queue);
	}

	@Test
	void isUnplacedOnceCreated() {
		assertThat(new Joining().onCreated(OWN)).isEqualTo(new Unplaced(OWN));
	}

	@Test
	void searchesBeforeItCreatesAgain() {
		ClaimState searching = new Joining().onCreateUnknown();
		assertThat(searching).isEqualTo(new Searching());
		assertThat(searching.onSearched(Optional.of(OWN))).isEqualTo(new Unplaced(OWN));
		assertThat(searching.onSearched(Optional.empty())).isEqualTo(new Joining());
	}

	@Test
	void watchesOnlyTheNextOlderNode() {
		ClaimState state = new Unplaced(OWN).onQueueRead(placeIn(List.of(OLDEST, OLDER, OWN)));
		assertThat(state).isEqualTo(new Waiting(OWN, BEHIND_OLDER));
	}

	@Test
	void readsAgainWhenTheNodeAheadHasGone() {
		assertThat(new Waiting(OWN, BEHIND_OLDER).onWatchFired()).isEqualTo(new Unplaced(OWN));
	}

	@Test
	void needsNoReadWhenTheOnlyOneAheadHasGone() {
		assertThat(new Waiting(OWN, new Place.Behind(OLDER, true)).onNextGone()).isEqualTo(new Confirming(OWN));
		assertThat(new Waiting(OWN, new Place.Behind(OLDER, true)).onWatchFired()).isEqualTo(new Unplaced(OWN));
		assertThat(new Waiting(OWN, BEHIND_OLDER).onNextGone()).isEqualTo(new Unplaced(OWN));
		assertThat(new Waiting(OWN, new Place.Crowded()).onNextGone()).isEqualTo(new Unplaced(OWN));
	}

	@Test
	void beingFirstInAReadHasToBeConfirmed() {
		ClaimState state = new Unplaced(OWN).onQueueRead(placeIn(List.of(OWN)));
		assertThat(state).isEqualTo(new Confirming(OWN));
		assertThat(state.onConfirmed()).isEqualTo(new Holding(OWN));
	}

	@Test
	void nothingIsHeldWithoutAConfirmation() {
		assertThat(new Waiting(OWN, BEHIND_OLDER).onConfirmed()).isEqualTo(new Waiting(OWN, BEHIND_OLDER));
		assertThat(new Unplaced(OWN).onConfirmed()).isEqualTo(new Unplaced(OWN));
		assertThat(new Leaving(OWN).onConfirmed()).isEqualTo(new Leaving(OWN));
	}

	@Test
	void anOwnNodeThatIsMissingIsNeverReplacedSilently() {
		assertThat(new Unplaced(OWN).onQueueRead(placeIn(List.of(OLDEST)))).isEqualTo(new Ended(EndReason.NODE_GONE));
		assertThat(new Holding(OWN).onNodeGone()).isEqualTo(new Ended(EndReason.NODE_GONE));
	}

	@Test
	void aLapseEndsTheHoldAndKeepsThePlace() {
		assertThat(new Holding(OWN).onLapsed()).isEqualTo(new Unplaced(OWN));
	}

	@Test
	void leavingBeforeTheNodeIsKnownLeavesNoneBehind() {
		assertThat(new Joining().onLeave()).isEqualTo(new Abandoning());
		assertThat(new Searching().onLeave()).isEqualTo(new Abandoning());
		assertThat(new Abandoning().onCreated(OWN)).isEqualTo(new Leaving(OWN));
		assertThat(new Abandoning().onSearched(Optional.of(OWN))).isEqualTo(new Leaving(OWN));
		assertThat(new Abandoning().onSearched(Optional.empty())).isEqualTo(new Ended(EndReason.LEFT));
	}

	@Test
	void leavingDeletesTheNode() {
		assertThat(new Waiting(OWN, BEHIND_OLDER).onLeave()).isEqualTo(new Leaving(OWN));
		assertThat(new Leaving(OWN).onNodeGone()).isEqualTo(new Ended(EndReason.LEFT));
		assertThat(new Ended(EndReason.LEFT).onLeave()).isEqualTo(new Ended(EndReason.LEFT));
	}

}
