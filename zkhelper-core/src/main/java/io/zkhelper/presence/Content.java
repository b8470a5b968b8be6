package io.zkhelper.presence;

import java.util.Arrays;

/**
 * What a node is to contain, and what this process has put there: so that what somebody
 * else has put there is known.
 */
final class Content {

	private byte[] wanted;

	private byte[] seen;

	private byte[] sent;

	Content(byte[] wanted) {
		this.wanted = wanted;
		this.seen = wanted;
		this.sent = wanted;
	}

	void want(byte[] data) {
		this.wanted = data;
	}

	/**
	 * Return what is to be sent now.
	 */
	byte[] send() {
		this.sent = this.wanted;
		return this.sent;
	}

	/**
	 * Note what the own node contains.
	 */
	Verdict judge(byte[] data) {
		if (Arrays.equals(data, this.wanted)) {
			this.seen = data;
			return Verdict.RIGHT;
		}
		if (Arrays.equals(data, this.sent) || Arrays.equals(data, this.seen)) {
			this.seen = data;
			return Verdict.OUT_OF_DATE;
		}
		return Verdict.FOREIGN;
	}

	/** What to think of the data of the own node. */
	enum Verdict {

		/** They are as wanted. */
		RIGHT,

		/** They were right once. */
		OUT_OF_DATE,

		/** Somebody else wrote them. */
		FOREIGN

	}

}
