package io.zkhelper.boot.actuate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LocalLock;
import io.zkhelper.lock.LocalLock.Hold;
import io.zkhelper.lock.LocalLock.Kind;
import io.zkhelper.lock.LocalLock.Waiter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What this application holds and waits for.
 *
 * @param locks the locks in no cell, by name
 * @param cells the locks in cells, by cell; left out where there are none
 */
record LocksDescriptor(List<LockDescriptor> locks,
		@Nullable Map<String, List<LockDescriptor>> cells) implements OperationResponseBody {

	static LocksDescriptor of(@Nullable DistributedLocks locks, Map<String, DistributedLocks> cells) {
		Map<String, List<LockDescriptor>> described = new TreeMap<>();
		cells.forEach((cell, own) -> described.put(cell, describe(own)));
		return new LocksDescriptor((locks != null) ? describe(locks) : List.of(),
				described.isEmpty() ? null : described);
	}

	private static List<LockDescriptor> describe(DistributedLocks locks) {
		return locks.local().stream().map(LockDescriptor::of).toList();
	}

	private static Duration millis(Duration duration) {
		return duration.truncatedTo(ChronoUnit.MILLIS);
	}

	/**
	 * A lock that is held or waited for.
	 *
	 * @param name the name of the lock
	 * @param kind what kind of lock it is
	 * @param holds the holds, more than one for readers and permits
	 * @param waiting who waits in this application, in order
	 */
	record LockDescriptor(String name, Kind kind, List<HoldDescriptor> holds, List<WaiterDescriptor> waiting) {

		static LockDescriptor of(LocalLock lock) {
			return new LockDescriptor(lock.name(), lock.kind(), lock.holds().stream().map(HoldDescriptor::of).toList(),
					lock.waiting().stream().map(WaiterDescriptor::of).toList());
		}

	}

	/**
	 * A hold.
	 *
	 * @param thread the thread that has acquired it, empty if it is only retained
	 * @param held for how long it is held
	 * @param token the token, empty if there is none any more
	 * @param leaseRemaining how long it is held without another heartbeat
	 */
	record HoldDescriptor(String thread, Duration held, String token, Duration leaseRemaining) {

		static HoldDescriptor of(Hold hold) {
			return new HoldDescriptor(hold.thread(), millis(hold.held()), hold.token(), millis(hold.leaseRemaining()));
		}

	}

	/**
	 * Somebody who waits.
	 *
	 * @param thread the thread that has asked
	 * @param waited for how long it waits
	 */
	record WaiterDescriptor(String thread, Duration waited) {

		static WaiterDescriptor of(Waiter waiter) {
			return new WaiterDescriptor(waiter.thread(), millis(waiter.waited()));
		}

	}

}
