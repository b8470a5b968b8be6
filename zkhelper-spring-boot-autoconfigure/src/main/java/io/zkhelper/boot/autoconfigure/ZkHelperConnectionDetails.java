package io.zkhelper.boot.autoconfigure;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Says where the ensemble is. A bean of this type takes precedence over
 * {@code zkhelper.connect-string}.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface ZkHelperConnectionDetails extends ConnectionDetails {

	/**
	 * Return where the servers are.
	 * @return the connect string, {@code host:port,host:port/chroot}
	 */
	String connectString();

}
