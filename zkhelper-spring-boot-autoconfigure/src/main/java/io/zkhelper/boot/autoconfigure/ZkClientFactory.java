package io.zkhelper.boot.autoconfigure;

import io.zkhelper.session.ZkClient;

/**
 * Connects to ensembles, the default one and those of cells, as properties and
 * {@link ZkClientOptionsCustomizer customizers} say. A bean of this type replaces the
 * auto-configured one.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface ZkClientFactory {

	/**
	 * Connect. Returns at once, whether servers are there or not.
	 * @param connectString where the servers are
	 * @return the client, to be closed by the caller
	 */
	ZkClient connect(String connectString);

}
