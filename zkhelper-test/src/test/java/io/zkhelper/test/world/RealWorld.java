package io.zkhelper.test.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.server.TcpProxy;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.awaitility.Awaitility;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real server, with a proxy in front of it for each client.
 */
public final class RealWorld implements World {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	private final List<ZkClient> clients = new ArrayList<>();

	private final Map<ZkClient, TcpProxy> proxies = new HashMap<>();

	@Override
	public ZkClientOptions options() {
		return ZkClientOptions.of(this.server.connectString()).withTiming(TIMING);
	}

	@Override
	public ZkClient connect(ZkClientOptions options) {
		TcpProxy proxy = TcpProxy.to(this.server.port());
		ZkClient client = ZkClient.connect(ZkClientOptions.of(proxy.connectString())
			.withTiming(options.timing())
			.withSecurity(options.security()));
		this.clients.add(client);
		this.proxies.put(client, proxy);
		return client;
	}

	@Override
	public void cut(ZkClient client) {
		this.proxies.get(client).cut();
	}

	@Override
	public void heal(ZkClient client) {
		this.proxies.get(client).restore();
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
		asSomebodyElse((stranger) -> stranger.delete(path, -1));
	}

	@Override
	public void write(String path, String data) {
		asSomebodyElse((stranger) -> write(stranger, path, data));
	}

	private static void write(ZooKeeper stranger, String path, String data)
			throws KeeperException, InterruptedException {
		for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
			create(stranger, path.substring(0, slash), "");
		}
		create(stranger, path, data);
		stranger.setData(path, data.getBytes(UTF_8), -1);
	}

	private static void create(ZooKeeper stranger, String path, String data)
			throws KeeperException, InterruptedException {
		if (stranger.exists(path, false) == null) {
			stranger.create(path, data.getBytes(UTF_8), Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		}
	}

	private void asSomebodyElse(Deed deed) {
		try {
			ZooKeeper stranger = new ZooKeeper(this.server.connectString(), 10_000, (event) -> {
			});
			deed.doWith(stranger);
			stranger.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("A stranger could not do it", ex);
		}
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
		Awaitility.await()
			.alias(what)
			.atMost(Duration.ofSeconds(30))
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.until(holds::getAsBoolean);
	}

	@Override
	public void during(Duration time, String what, BooleanSupplier holds) {
		long end = System.nanoTime() + time.toNanos();
		await(what, () -> {
			assertThat(holds.getAsBoolean()).as(what).isTrue();
			return System.nanoTime() > end;
		});
	}

	@Override
	public void close() {
		this.clients.forEach(ZkClient::close);
		this.proxies.values().forEach(TcpProxy::close);
		this.server.close();
	}

	/**
	 * Something that fails in ZooKeeper's way.
	 */
	private interface Deed {

		void doWith(ZooKeeper stranger) throws Exception;

	}

}
