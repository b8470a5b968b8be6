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
	 * Open a handle, which starts a new session, or goes on with that of the ticket if
	 * the options have one. Returns at once; that no server answers is a normal state, in
	 * which the handle goes on trying.
	 * @param options session timeout, credentials, access control list and ticket
	 * @param listener is told of the handle's fate, on the event loop
	 * @param loop runs everything that the handle calls back
	 * @return the handle
	 */
	Znodes open(ZkClientOptions options, HandleListener listener, EventLoop loop);

}
