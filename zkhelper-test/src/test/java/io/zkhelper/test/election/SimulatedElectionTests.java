package io.zkhelper.test.election;

/**
 * Elections on a simulated server, on virtual time.
 */
class SimulatedElectionTests extends ElectionContract {

	@Override
	World world() {
		return new SimulatedWorld();
	}

}
