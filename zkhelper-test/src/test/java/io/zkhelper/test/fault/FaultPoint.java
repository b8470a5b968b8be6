package io.zkhelper.test.fault;

import java.util.Arrays;
import java.util.List;

import io.zkhelper.test.server.FrameFault;
import io.zkhelper.test.server.RequestFrame;

/**
 * A fault that befalls one request of one client.
 *
 * @param client the client
 * @param frame its request
 * @param fault the fault
 */
record FaultPoint(String client, RequestFrame frame, FrameFault fault) {

	static List<FaultPoint> allAt(SentFrame sent) {
		return Arrays.stream(FrameFault.values())
			.map((fault) -> new FaultPoint(sent.client(), sent.frame(), fault))
			.toList();
	}

	SentFrame sent() {
		return new SentFrame(this.client, this.frame);
	}

	@Override
	public String toString() {
		return "%s %s %s".formatted(this.client, this.frame, this.fault);
	}

}
