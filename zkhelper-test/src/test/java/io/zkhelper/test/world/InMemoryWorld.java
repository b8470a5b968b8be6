package io.zkhelper.test.world;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

/**
 * A simulated server in real time, for callers that wait on threads of their own.
 */
public final class InMemoryWorld extends MemoryWorld {

	private final List<EventLoop> own;

	private final Map<ZkClient, EventLoop> loops = new LinkedHashMap<>();

	/**
	 * Make a world without clients.
	 */
	public InMemoryWorld() {
		this(EventLoop.onDaemonThread("server"), EventLoop.onDaemonThread("stranger"));
	}

	private InMemoryWorld(EventLoop server, EventLoop stranger) {
		super(server, stranger, 0);
		this.own = List.of(server, stranger);
	}

	@Override
	public ZkClient connect(ZkClientOptions options) {
		EventLoop loop = EventLoop.onDaemonThread("client-" + this.loops.size());
		ZkClient client = ZkClient.connect(options, server(), loop);
		this.loops.put(client, loop);
		return client;
	}

	@Override
	EventLoop loop(ZkClient client) {
		return Objects.requireNonNull(this.loops.get(client), "This client was connected elsewhere");
	}

	@Override
	public void await(String what, BooleanSupplier holds) {
		RealTime.await(what, holds);
	}

	@Override
	public void awaitWithin(Duration limit, String what, BooleanSupplier holds) {
		RealTime.awaitWithin(limit, what, holds);
	}

	@Override
	public void during(Duration time, String what, BooleanSupplier holds) {
		RealTime.during(time, what, holds);
	}

	@Override
	public void close() {
		this.loops.keySet().forEach(ZkClient::close);
		server().close();
		this.own.forEach(EventLoop::shutdown);
	}

}
