package io.zkhelper.cache;

/**
 * What of a node is asked for.
 */
enum Aspect {

	DATA("read"), CHILDREN("children");

	private final String request;

	Aspect(String request) {
		this.request = request;
	}

	/** As errors name it. */
	String request() {
		return this.request;
	}

}
