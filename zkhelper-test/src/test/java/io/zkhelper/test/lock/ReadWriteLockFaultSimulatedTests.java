package io.zkhelper.test.lock;

import io.zkhelper.lock.LockLoss;
import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locks of readers and writers with faults on a simulated server, on virtual time.
 */
class ReadWriteLockFaultSimulatedTests extends ReadWriteLockFaultContract {

	@Override
	World world() {
		return new SimulatedWorld();
	}

	@Test
	@DisplayName("TR-02 a writer that is cut off has lost the lock before readers have it")
	void cutOffWriter() {
		Peer peer = peer();
		Wish writer = hold(peer.write());
		Wish first = ask(peer().read());
		Wish second = ask(peer().read());
		servers().cut(peer.client());
		servers().await("both readers are in alone", () -> {
			boolean either = first.holds() || second.holds();
			assertThat(either && writer.holds()).as("a reader is in together with the writer").isFalse();
			return first.holds() && second.holds();
		});
		servers().heal(peer.client());
		assertLost(writer, LockLoss.LEASE_LAPSED);
	}

}
