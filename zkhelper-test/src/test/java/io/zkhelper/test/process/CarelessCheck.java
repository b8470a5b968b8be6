package io.zkhelper.test.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;

/**
 * What one should not do: believe the events. The listener stops its work before it takes
 * the flag down, and nobody tells it anything while the process is frozen.
 */
final class CarelessCheck implements Check, LeadershipListener {

	private static final Duration WORK_STOPS = Duration.ofMillis(100);

	private volatile Leadership flag;

	static Check of(LeaderElection election) {
		CarelessCheck check = new CarelessCheck();
		election.addListener(check);
		return check;
	}

	@Override
	public void onGranted(Leadership leadership) {
		this.flag = leadership;
	}

	@Override
	public void onRevoked(Leadership leadership, LossReason reason) {
		LockSupport.parkNanos(WORK_STOPS.toNanos());
		this.flag = null;
	}

	@Override
	public boolean leads() {
		return this.flag != null;
	}

	@Override
	public Optional<Term> term() {
		return Optional.ofNullable(this.flag).map(Term::of);
	}

}
