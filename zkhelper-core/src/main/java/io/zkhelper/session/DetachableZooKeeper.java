package io.zkhelper.session;

import java.io.IOException;

import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.client.StaticHostProvider;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * ZooKeeper's client, which can also be ended without ending its session.
 */
// Its close() may be interrupted; nobody uses it as a resource
@SuppressWarnings("try")
final class DetachableZooKeeper extends ZooKeeper {

	private DetachableZooKeeper(ZkClientOptions options, Watcher watcher, ZKClientConfig config) throws IOException {
		super(options.servers(), millis(options), watcher, false, config);
	}

	private DetachableZooKeeper(ZkClientOptions options, Watcher watcher, ZKClientConfig config,
			SessionTicket.Owner owner) throws IOException {
		super(options.servers(), millis(options), watcher, owner.id(), owner.password(), false,
				new StaticHostProvider(new ConnectStringParser(options.servers()).getServerAddresses()), config);
	}

	static DetachableZooKeeper open(ZkClientOptions options, Watcher watcher, ZKClientConfig config)
			throws IOException {
		return options.ticket().isPresent()
				? new DetachableZooKeeper(options, watcher, config, options.ticket().get().owner())
				: new DetachableZooKeeper(options, watcher, config);
	}

	private static int millis(ZkClientOptions options) {
		return (int) options.sessionTimeout().toMillis();
	}

	/**
	 * Close the connection and stop the threads. Waits for them.
	 */
	void disconnect() {
		this.cnxn.disconnect();
	}

}
