package io.zkhelper.test.fault;

import java.util.Set;

import io.zkhelper.test.server.RequestFrame;

/**
 * A request that a client has sent.
 *
 * @param client the client
 * @param frame the request
 */
record SentFrame(String client, RequestFrame frame) {

	private static final Set<String> BY_THE_CLOCK = Set.of("ping", "check");

	/**
	 * Whether such requests are due from time to time, whatever the scenario does.
	 */
	boolean isByTheClock() {
		return BY_THE_CLOCK.contains(this.frame.operation());
	}

	@Override
	public String toString() {
		return this.client + " " + this.frame;
	}

}
