package io.zkhelper.test.election;

import io.zkhelper.test.memory.ClientLink;
import io.zkhelper.test.time.VirtualLoop;

/**
 * A participant in a {@link Scene}: a process of its own.
 *
 * @param loop its thread and its clocks
 * @param link its network
 * @param member what it does
 */
record Player(VirtualLoop loop, ClientLink link, Member member) {

	/**
	 * Whether the process sees itself leading. A frozen one sees nothing.
	 */
	boolean seesItselfLeading() {
		return !this.loop.isPaused() && this.member.leads();
	}

	@Override
	public String toString() {
		return this.member.id();
	}

}
