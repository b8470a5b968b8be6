package io.zkhelper.session;

/**
 * The servers, as seen by a client: opens handles.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface Ensemble {

	/**
	 * Return the ensemble of production: the servers of the connect string, through
	 * ZooKeeper's own client.
	 * @return the ensemble
	 */
	static Ensemble zooKeeper() {
		return StockClient::open;
	}

	/**
	 * Open a handle, which starts a new session. Returns at once; that no server answers
	 * is a normal state, in which the handle goes on trying.
	 * @param options session timeout, credentials and access control list
	 * @param listener is told of the handle's fate, on the event loop
	 * @param loop runs everything that the handle calls back
	 * @return the handle
	 */
	Znodes open(ZkClientOptions options, HandleListener listener, EventLoop loop);

}
