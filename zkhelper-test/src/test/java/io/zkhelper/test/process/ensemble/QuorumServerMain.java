package io.zkhelper.test.process.ensemble;

import io.zkhelper.test.process.Leash;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;

/**
 * ZooKeeper's own main class, on a leash.
 */
final class QuorumServerMain {

	private QuorumServerMain() {
	}

	public static void main(String[] arguments) {
		Leash.attach();
		QuorumPeerMain.main(arguments);
	}

}
