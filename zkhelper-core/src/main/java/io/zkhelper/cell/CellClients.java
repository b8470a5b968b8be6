package io.zkhelper.cell;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZkNodes;

/**
 * The connections to the ensembles of cells: one for each ensemble, however many names
 * its cell has, opened when it is first asked for and kept until {@link #close()}. A
 * connection outlives servers that are away and expired sessions, so it is never opened
 * again.
 * <p>
 * Safe for use by many threads.
 *
 * @since 1.0.0
 */
public final class CellClients implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final CellDirectory directory;

	private final Function<String, ZkClient> connector;

	private final Duration patience;

	private final ZkNodes nodes;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<String, Connected> connections = new TreeMap<>();

	private boolean closed;

	private CellClients(CellDirectory directory, Function<String, ZkClient> connector, Duration patience) {
		this.directory = directory;
		this.connector = connector;
		this.patience = patience;
		this.nodes = new CellNodes(directory, this::nodes);
	}

	/**
	 * Create the connections to cells; none is opened yet. Requests wait ten seconds for
	 * a connection.
	 * @param directory knows the cells
	 * @param connector connects to a connect string, as in
	 * {@code (servers) -> ZkClient.connect(ZkClientOptions.of(servers))}
	 * @return the connections
	 */
	public static CellClients of(CellDirectory directory, Function<String, ZkClient> connector) {
		return of(directory, connector, PATIENCE);
	}

	/**
	 * Create the connections to cells; none is opened yet.
	 * @param directory knows the cells
	 * @param connector connects to a connect string
	 * @param patience how long requests of {@link #nodes()} wait for a connection; zero
	 * for not at all
	 * @return the connections
	 * @throws IllegalArgumentException if {@code patience} is negative
	 */
	public static CellClients of(CellDirectory directory, Function<String, ZkClient> connector, Duration patience) {
		if (patience.isNegative()) {
			throw new IllegalArgumentException("'patience' must not be negative but was " + patience);
		}
		return new CellClients(directory, connector, patience);
	}

	/**
	 * Return what knows the cells.
	 * @return the directory
	 */
	public CellDirectory directory() {
		return this.directory;
	}

	/**
	 * Return the connection to the ensemble of a cell, for elections and locks there.
	 * Does not wait for the servers.
	 * @param cell the name of the cell, {@code local} and {@code global} included
	 * @return the client, never to be closed by the caller
	 * @throws UnknownCellException if nobody knows where the cell is
	 * @throws IllegalArgumentException if nothing says which cell the process is in
	 * @throws IllegalStateException if the connections were closed
	 */
	public ZkClient client(String cell) {
		return connected(cell).client();
	}

	/**
	 * Find the node of a path.
	 * @param path the path, {@code /zk/<cell>} or something below it
	 * @return where it is
	 * @throws UnknownCellException if nobody knows where the cell is
	 * @throws IllegalArgumentException if the path has no cell, or nothing says which
	 * cell the process is in
	 * @throws IllegalStateException if the connections were closed
	 */
	public CellLocation locate(String path) {
		CellPath own = this.directory.resolve(CellPath.parse(path));
		return new CellLocation(own.cell(), client(own.cell()), own.path());
	}

	/**
	 * Return the nodes of all cells as one tree, {@code /zk/<cell>/…}.
	 * <p>
	 * Each request goes to the ensemble of the cell that its path names; the cell
	 * {@code local} is that of the process, and answers call it by its name. The children
	 * of {@code /zk} are the cells that are known; this node and the one above it can't
	 * be written, and in an ensemble {@code /zk} is made together with the node of its
	 * cell. Ephemeral nodes belong to the session in that cell.
	 * <p>
	 * A request waits for a connection that is away, and is not sent before. When its
	 * answer was lost, it is sent again if it only reads; what writes fails with an error
	 * whose {@link io.zkhelper.session.ZnodeError#isOutcomeUnknown() outcome is unknown}.
	 * When nothing has helped until the patience has run out, requests fail with
	 * {@link io.zkhelper.session.ZnodeError#CONNECTION_LOSS}. Paths without a known cell,
	 * transactions over several cells, and what is too large for a request are refused by
	 * an {@link IllegalArgumentException} before anything is sent.
	 * @return the nodes
	 */
	public ZkNodes nodes() {
		return this.nodes;
	}

	/**
	 * Return the nodes of one cell's ensemble, whose requests wait for a connection as
	 * those of {@link #nodes()} do. Paths are those of the ensemble, without a prefix.
	 * @param cell the name of the cell, {@code local} and {@code global} included
	 * @return the nodes
	 * @throws UnknownCellException if nobody knows where the cell is
	 * @throws IllegalArgumentException if nothing says which cell the process is in
	 * @throws IllegalStateException if the connections were closed
	 */
	public ZkNodes nodes(String cell) {
		return connected(cell).nodes();
	}

	/**
	 * Return the mirror over the ensembles of cells, whose requests wait for connections
	 * as those of {@link #nodes()} do. Opens the connections.
	 * @param policy how many of them reads ask
	 * @param cells the names of the cells, in the order of the mirror
	 * @return the mirror
	 * @throws UnknownCellException if nobody knows where a cell is
	 * @throws IllegalArgumentException if two cells have the same ensemble, or there is
	 * none, or nothing says which cell the process is in
	 * @throws IllegalStateException if the connections were closed
	 */
	public MirroredNodes mirror(ReadPolicy policy, List<String> cells) {
		Map<String, ZkNodes> ensembles = new LinkedHashMap<>();
		cells.forEach((cell) -> ensembles.put(cell, nodes(cell)));
		if (Set.copyOf(ensembles.values()).size() < cells.size()) {
			throw new IllegalArgumentException(
					"A mirror has each ensemble once, but two of the cells %s have the same".formatted(cells));
		}
		return MirroredNodes.over(ensembles, policy);
	}

	/**
	 * Return how the connections stand.
	 * @return one view for each cell that is known, sorted by name
	 */
	public List<CellView> views() {
		return this.directory.cells().stream().map(this::view).toList();
	}

	private CellView view(String cell) {
		String connectString = this.directory.connectString(cell);
		this.lock.lock();
		try {
			Optional<Connected> open = Optional.ofNullable(this.connections.get(ensemble(connectString)));
			return new CellView(cell, connectString, open.map((connection) -> connection.client().view()));
		}
		finally {
			this.lock.unlock();
		}
	}

	private Connected connected(String cell) {
		String connectString = this.directory.connectString(cell);
		this.lock.lock();
		try {
			if (this.closed) {
				throw new IllegalStateException(
						"The connections to cells were closed, so there is none to cell '%s'".formatted(cell));
			}
			return this.connections.computeIfAbsent(ensemble(connectString), (ensemble) -> connect(connectString));
		}
		finally {
			this.lock.unlock();
		}
	}

	private Connected connect(String connectString) {
		ZkClient client = this.connector.apply(connectString);
		return new Connected(client, new PatientNodes(client, this.patience));
	}

	// The same servers in another order are the same ensemble
	private static String ensemble(String connectString) {
		ZkClientOptions options = ZkClientOptions.of(connectString);
		return Stream.of(options.servers().split(",")).sorted().collect(Collectors.joining(",")) + options.chroot();
	}

	/**
	 * Close all connections at once. From then on no more is opened.
	 * @return completes with {@code true} when each is closed
	 */
	public CompletionStage<Boolean> closeAsync() {
		CompletableFuture<?>[] closing = shut().stream()
			.map((client) -> client.closeAsync().toCompletableFuture())
			.toArray(CompletableFuture<?>[]::new);
		return CompletableFuture.allOf(closing).thenApply((unused) -> true);
	}

	/**
	 * Close all connections, and wait for each five seconds at most. Otherwise as
	 * {@link #closeAsync()}. A second call does nothing.
	 */
	@Override
	public void close() {
		List<ZkClient> clients = shut();
		clients.forEach(ZkClient::closeAsync);
		clients.forEach(ZkClient::close);
	}

	private List<ZkClient> shut() {
		this.lock.lock();
		try {
			this.closed = true;
			return this.connections.values().stream().map(Connected::client).toList();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * A connection.
	 *
	 * @param client the connection itself
	 * @param nodes its nodes, for requests that wait
	 */
	private record Connected(ZkClient client, ZkNodes nodes) {
	}

}
