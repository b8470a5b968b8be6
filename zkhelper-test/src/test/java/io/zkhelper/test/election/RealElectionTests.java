package io.zkhelper.test.election;

/**
 * Elections on a real server.
 */
class RealElectionTests extends ElectionContract {

	@Override
	World world() {
		return new RealWorld();
	}

}
