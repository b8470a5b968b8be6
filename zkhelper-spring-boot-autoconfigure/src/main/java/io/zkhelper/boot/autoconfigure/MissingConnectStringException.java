package io.zkhelper.boot.autoconfigure;

/**
 * Nothing says where the ensemble is.
 */
class MissingConnectStringException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	MissingConnectStringException() {
		super("No ZooKeeper ensemble is configured: 'zkhelper.connect-string' is not set, "
				+ "and there is no bean of type ZkHelperConnectionDetails");
	}

}
