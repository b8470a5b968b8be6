package io.zkhelper.boot.autoconfigure;

/**
 * Where the ensemble is according to the properties.
 */
class PropertiesZkHelperConnectionDetails implements ZkHelperConnectionDetails {

	private final ZkHelperProperties properties;

	PropertiesZkHelperConnectionDetails(ZkHelperProperties properties) {
		this.properties = properties;
	}

	@Override
	public String connectString() {
		String connectString = this.properties.connectString();
		if (connectString == null || connectString.isBlank()) {
			throw new MissingConnectStringException();
		}
		return connectString;
	}

}
