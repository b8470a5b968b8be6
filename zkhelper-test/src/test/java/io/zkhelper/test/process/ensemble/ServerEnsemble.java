package io.zkhelper.test.process.ensemble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;

/**
 * Three ZooKeeper servers in processes of their own, which reach each other through
 * proxies only. Any of them can be cut off from any other while it goes on serving its
 * clients, frozen, killed and restarted. Servers are numbered from 1.
 */
public final class ServerEnsemble implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(180);

	private final List<QuorumServer> servers;

	private final List<Link> links;

	private ServerEnsemble(Path directory, Duration tickTime, int syncLimit) {
		Addresses addresses = Addresses.free();
		this.links = numbers().boxed()
			.flatMap((from) -> numbers().filter((to) -> to != from).mapToObj((to) -> Link.of(from, to, addresses)))
			.toList();
		String configuration = """
				tickTime=%d
				initLimit=20
				syncLimit=%d
				maxSessionTimeout=60000
				maxClientCnxns=0
				admin.enableServer=false
				""".formatted(tickTime.toMillis(), syncLimit) + addresses.configuration();
		this.servers = numbers().mapToObj((i) -> new QuorumServer(i, directory, configuration)).toList();
	}

	/**
	 * Start three servers and wait until they serve.
	 * @param parent where to keep their data
	 * @param tickTime their tick time
	 * @param syncLimit after how many ticks of silence the leader and a follower give
	 * each other up; until then a follower that is cut off serves its clients
	 */
	public static ServerEnsemble start(Path parent, Duration tickTime, int syncLimit) {
		try {
			Path directory = Files.createTempDirectory(parent, "ensemble");
			ServerEnsemble ensemble = new ServerEnsemble(directory, tickTime, syncLimit);
			ensemble.servers.forEach(QuorumServer::start);
			ensemble.awaitServing();
			return ensemble;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static IntStream numbers() {
		return IntStream.rangeClosed(1, Addresses.SIZE);
	}

	private QuorumServer server(int number) {
		return this.servers.get(number - 1);
	}

	public int clientPort(int number) {
		return server(number).clientPort();
	}

	public String connectString() {
		return numbers().mapToObj((i) -> "127.0.0.1:" + clientPort(i)).collect(Collectors.joining(","));
	}

	/**
	 * Wait until all three serve, and one of them leads the others.
	 */
	public void awaitServing() {
		leader();
	}

	/**
	 * Wait until all serve, and return the one that leads the others.
	 */
	public int leader() {
		return Awaitility.await("three servers serve")
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(50))
			.atMost(TIMEOUT)
			.until(this::leaderOfAll, (leader) -> leader != 0);
	}

	/**
	 * Who leads while all serve, 0 for nobody. Each is asked once: on a busy machine the
	 * second answer may be late.
	 */
	private int leaderOfAll() {
		List<String> modes = this.servers.stream().map(QuorumServer::mode).toList();
		boolean all = modes.indexOf("leader") == modes.lastIndexOf("leader")
				&& modes.stream().filter("follower"::equals).count() == Addresses.SIZE - 1;
		return all ? modes.indexOf("leader") + 1 : 0;
	}

	/**
	 * Return one of the servers that follow.
	 * @param which any number
	 */
	public int follower(int which) {
		int leader = leader();
		return numbers().filter((i) -> i != leader).skip(which % (Addresses.SIZE - 1)).findFirst().orElseThrow();
	}

	/**
	 * Let no byte pass between two servers, until {@link #heal()}. Nobody is told.
	 */
	public void cut(int one, int other) {
		this.links.stream().filter((link) -> link.joins(one, other)).forEach(Link::silence);
	}

	/**
	 * Let no byte pass between a server and the two others, until {@link #heal()}.
	 */
	public void isolate(int server) {
		numbers().filter((other) -> other != server).forEach((other) -> cut(server, other));
	}

	public void heal() {
		this.links.forEach(Link::restore);
	}

	public void freeze(int server) {
		server(server).send("STOP");
	}

	public void thaw(int server) {
		server(server).send("CONT");
	}

	/**
	 * End a server by a signal, {@code KILL} for example.
	 */
	public void end(int server, String signal) {
		server(server).end(signal);
	}

	public void start(int server) {
		server(server).start();
	}

	public String logs() {
		return this.servers.stream().map(QuorumServer::log).collect(Collectors.joining("\n"));
	}

	@Override
	public void close() {
		this.servers.forEach(QuorumServer::close);
		this.links.forEach(Link::close);
	}

}
