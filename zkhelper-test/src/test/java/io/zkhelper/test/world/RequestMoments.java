package io.zkhelper.test.world;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.FrameProxy;
import io.zkhelper.test.server.RequestFrame;

/**
 * A client of a real server, and the moments at which its requests come there: something
 * can happen right before one of them does.
 */
public final class RequestMoments implements AutoCloseable {

	private final FrameProxy proxy;

	private final ZkClient client;

	private final List<RequestFrame> passed = new CopyOnWriteArrayList<>();

	private final AtomicReference<Plan> plan = new AtomicReference<>();

	/**
	 * Connect a client.
	 * @param options those of the world
	 */
	public RequestMoments(ZkClientOptions options) {
		String servers = options.servers();
		this.proxy = FrameProxy.to(Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1)));
		this.proxy.onRequest(this::onRequest);
		this.client = ZkClient.connect(ZkClientOptions.of(this.proxy.connectString()).withTiming(options.timing()));
	}

	public ZkClient client() {
		return this.client;
	}

	/**
	 * Let something happen when so many requests for an operation have come from now on,
	 * before that one is passed on.
	 * @param operation by ZooKeeper's name for it
	 * @param occurrence the first is 1
	 * @param deed what happens; nothing else comes from this client in the meantime
	 */
	public void before(String operation, int occurrence, Runnable deed) {
		this.passed.clear();
		this.plan.set(new Plan(operation, occurrence, deed));
	}

	/**
	 * Whether it has happened.
	 */
	public boolean hasHappened() {
		return this.plan.get() == null;
	}

	/**
	 * Return what has come since the plan was made.
	 */
	public List<RequestFrame> passed() {
		return List.copyOf(this.passed);
	}

	private void onRequest(RequestFrame frame) {
		this.passed.add(frame);
		Plan due = this.plan.get();
		if (due != null && due.isDue(this.passed)) {
			due.deed().run();
			this.plan.set(null);
		}
	}

	@Override
	public void close() {
		this.client.close();
		this.proxy.close();
	}

	/**
	 * What is to happen when.
	 */
	private record Plan(String operation, int occurrence, Runnable deed) {

		boolean isDue(List<RequestFrame> passed) {
			return passed.stream()
				.filter((frame) -> frame.operation().equals(this.operation))
				.count() == this.occurrence;
		}

	}

}
