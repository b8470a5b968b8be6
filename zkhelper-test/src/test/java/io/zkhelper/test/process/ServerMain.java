package io.zkhelper.test.process;

import io.zkhelper.test.server.EmbeddedZooKeeperMain;

/**
 * The test kit's server, on a leash.
 */
final class ServerMain {

	private ServerMain() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		Leash.attach();
		EmbeddedZooKeeperMain.main(arguments);
	}

}
