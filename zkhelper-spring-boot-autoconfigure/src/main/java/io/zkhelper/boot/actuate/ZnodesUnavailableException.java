package io.zkhelper.boot.actuate;

/**
 * Nothing is known of any of the nodes, and the servers can't be asked.
 */
class ZnodesUnavailableException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	ZnodesUnavailableException(String why) {
		super("Nothing is in memory, and the servers could not be asked: " + why);
	}

}
