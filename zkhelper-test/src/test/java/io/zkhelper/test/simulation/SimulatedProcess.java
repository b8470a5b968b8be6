package io.zkhelper.test.simulation;

import io.zkhelper.session.ZkClient;
import io.zkhelper.test.memory.ClientLink;
import io.zkhelper.test.time.VirtualLoop;

/**
 * A process of a simulation.
 *
 * @param loop its thread and its clocks
 * @param link its network
 * @param client its connection
 */
record SimulatedProcess(VirtualLoop loop, ClientLink link, ZkClient client) {

	/**
	 * Return whether it can look at anything. A frozen one sees nothing.
	 */
	boolean isAwake() {
		return !this.loop.isPaused();
	}

	@Override
	public String toString() {
		return this.loop.toString();
	}

}
