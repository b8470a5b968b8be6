package io.zkhelper.test.world;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.server.TcpProxy;

/**
 * A real server, with a proxy in front of it for each client.
 */
public final class RealWorld implements World {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	private final Stranger stranger = new Stranger(this.server.connectString());

	private final Map<ZkClient, TcpProxy> proxies = new LinkedHashMap<>();

	private final Timing timing;

	/**
	 * Make a world in which sessions and leases end soon.
	 */
	public RealWorld() {
		this(TIMING);
	}

	private RealWorld(Timing timing) {
		this.timing = timing;
	}

	/**
	 * Make a world in which no lease ends by itself, however busy the machine is.
	 */
	public static RealWorld calm() {
		return new RealWorld(TIMING.withSessionTimeout(Duration.ofSeconds(10)));
	}

	@Override
	public ZkClientOptions options() {
		return ZkClientOptions.of(this.server.connectString()).withTiming(this.timing);
	}

	@Override
	public ZkClient connect(ZkClientOptions options) {
		TcpProxy proxy = TcpProxy.to(this.server.port());
		ZkClient client = ZkClient.connect(through(proxy, options));
		this.proxies.put(client, proxy);
		return client;
	}

	private static ZkClientOptions through(TcpProxy proxy, ZkClientOptions options) {
		// Twice, or ZooKeeper's client rests for a second before it tries the same one
		// again
		String connectString = proxy.connectString() + "," + proxy.connectString() + options.chroot();
		ZkClientOptions same = ZkClientOptions.of(connectString)
			.withRoot(options.root())
			.withTiming(options.timing())
			.withSecurity(options.security());
		ZkClientOptions heard = options.listenerExecutor().map(same::withListenerExecutor).orElse(same);
		return options.ticket().map(heard::withTicket).orElse(heard);
	}

	@Override
	public void cut(ZkClient client) {
		proxy(client).cut();
	}

	@Override
	public void deafen(ZkClient client) {
		proxy(client).silenceToClients();
	}

	@Override
	public void heal(ZkClient client) {
		proxy(client).restore();
	}

	private TcpProxy proxy(ZkClient client) {
		TcpProxy proxy = this.proxies.get(client);
		if (proxy == null) {
			throw new IllegalArgumentException("This client was connected elsewhere");
		}
		return proxy;
	}

	@Override
	public void expireOwnerOf(String path) {
		this.server.expireOwnerOf(path);
	}

	@Override
	public List<String> children(String path) {
		return List.copyOf(this.server.children(path));
	}

	@Override
	public void delete(String path) {
		this.stranger.delete(path);
	}

	@Override
	public void write(String path, String data) {
		this.stranger.write(path, data);
	}

	@Override
	public String append(String prefix) {
		return this.stranger.append(prefix);
	}

	@Override
	public void setNextSequence(String path, int next) {
		this.server.setNextSequence(path, next);
	}

	@Override
	public void deny(String path, int permissions) {
		this.stranger.deny(path, permissions);
	}

	@Override
	public void allow(String path) {
		this.stranger.deny(path, 0);
	}

	@Override
	public int watches() {
		return this.server.counts().watches();
	}

	@Override
	public long requests() {
		return this.server.requests().values().stream().mapToLong(Long::longValue).sum();
	}

	@Override
	public void stopServers() {
		this.server.stop();
	}

	@Override
	public void startServers() {
		this.server.restart();
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
		// All together, since each takes a tenth of a second
		this.proxies.keySet().forEach(ZkClient::closeAsync);
		this.proxies.keySet().forEach(ZkClient::close);
		this.proxies.values().forEach(TcpProxy::close);
		this.server.close();
	}

}
