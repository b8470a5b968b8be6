package io.zkhelper.election;

/**
 * Ends an election at the first trouble, for participants that would rather be started
 * anew than wait.
 */
final class FailFast implements TermListener {

	private final Seat seat;

	private boolean over;

	FailFast(Seat seat) {
		this.seat = seat;
	}

	@Override
	public void onRevoked(LossReason reason) {
		if (reason == LossReason.LEASE_LAPSED) {
			onTrouble(ElectionTrouble.LEASE_LAPSED);
		}
		else if (reason == LossReason.NODE_DELETED) {
			onTrouble(ElectionTrouble.NODE_DELETED);
		}
	}

	@Override
	public void onTrouble(ElectionTrouble trouble) {
		if (!this.over && !this.seat.isRetired()) {
			this.over = true;
			this.seat.fail(trouble);
		}
	}

}
