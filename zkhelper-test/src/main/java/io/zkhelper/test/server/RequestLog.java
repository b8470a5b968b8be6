package io.zkhelper.test.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What a proxy has seen of requests, and what is still to befall them. Safe for use by
 * the threads of all connections.
 */
final class RequestLog {

	private final Map<String, Integer> counts = new HashMap<>();

	private final List<Consumer<RequestFrame>> listeners = new CopyOnWriteArrayList<>();

	private final List<ArmedFault> armed = new ArrayList<>();

	void addListener(Consumer<RequestFrame> listener) {
		this.listeners.add(listener);
	}

	synchronized void arm(ArmedFault fault) {
		this.armed.add(fault);
	}

	/**
	 * Note a request.
	 * @param operation what it asks for
	 * @return the request, and what is to befall it
	 */
	synchronized Entry arrived(String operation) {
		RequestFrame frame = new RequestFrame(operation, this.counts.merge(operation, 1, Integer::sum));
		this.listeners.forEach((listener) -> listener.accept(frame));
		for (ArmedFault fault : this.armed) {
			if (fault.which().test(frame)) {
				this.armed.remove(fault);
				return new Entry(frame, fault);
			}
		}
		return new Entry(frame, null);
	}

	/**
	 * A request that has come.
	 *
	 * @param frame the request
	 * @param armed what is to befall it, {@code null} for nothing
	 */
	record Entry(RequestFrame frame, @Nullable ArmedFault armed) {

		boolean reachesServer() {
			return this.armed == null || this.armed.fault().reachesServer();
		}

		boolean suffers(FrameFault fault) {
			return this.armed != null && this.armed.fault() == fault;
		}

		void happened() {
			if (this.armed != null) {
				this.armed.happened().complete(this.frame);
			}
		}

	}

}
