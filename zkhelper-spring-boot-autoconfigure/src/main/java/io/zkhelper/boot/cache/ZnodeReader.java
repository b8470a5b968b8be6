package io.zkhelper.boot.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.zkhelper.boot.cache.ZnodeRoute.Target;
import io.zkhelper.cache.CachedNode;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.cell.CellPath;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Paths;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

/**
 * Reads nodes for others, from whichever cache has them, and only those that others may
 * read.
 *
 * @since 1.0.0
 */
public final class ZnodeReader {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final String LOCAL = CellPath.TOP + "/local";

	private final CacheProperties properties;

	private final Supplier<@Nullable NodeCache> own;

	private final NodeCaches caches;

	private final ZnodeRoute route;

	ZnodeReader(CacheProperties properties, Supplier<@Nullable NodeCache> own, NodeCaches caches, ZnodeRoute route) {
		properties.requirePaths();
		this.properties = properties;
		this.own = own;
		this.caches = caches;
		this.route = route;
	}

	/**
	 * Read nodes. Waits at most two seconds, and once for all paths, where the ensemble
	 * of a cell has not been reached yet. If one path is refused, nothing is read.
	 * @param paths the nodes
	 * @param children whether their children are wanted instead of their data
	 * @return one answer for each, in the same order; never fails
	 * @throws IllegalArgumentException if there are none or too many, one is not a valid
	 * path, or its cell is not known
	 * @throws HiddenPathException if one must not be read
	 */
	public CompletionStage<List<Answer<CachedNode>>> read(List<String> paths, boolean children) {
		if (paths.isEmpty() || paths.size() > this.properties.maxPaths()) {
			throw new IllegalArgumentException(
					"A request may ask for 1 to %d paths, not for %d: ask several times, or raise 'zkhelper.cache.max-paths'"
						.formatted(this.properties.maxPaths(), paths.size()));
		}
		paths.forEach(this::requireShown);
		List<Wanted> wanted = paths.stream().map((path) -> new Wanted(path, this.route.route(path))).toList();
		wanted.stream().filter((one) -> one.target().isEmpty()).forEach((one) -> own(one.path()));
		awaitFirstConnections(wanted);
		List<CompletableFuture<Answer<CachedNode>>> answers = wanted.stream()
			.map((one) -> read(one, children).toCompletableFuture())
			.toList();
		return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
			.thenApply((done) -> answers.stream().map(CompletableFuture::join).toList());
	}

	private NodeCache own(String path) {
		NodeCache present = this.own.get();
		if (present == null) {
			throw new IllegalArgumentException(
					"Path '%s' is in no cell, and 'zkhelper.connect-string' is not set: ask for '%s/<cell>/…'"
						.formatted(path, CellPath.TOP));
		}
		return present;
	}

	private void requireShown(String path) {
		Paths.require("path", path);
		if (this.properties.paths().stream().noneMatch((shown) -> isAtOrBelow(path, shown))) {
			throw new HiddenPathException(
					"Path '%s' is not shown: it is not below a node that 'zkhelper.cache.paths' lists".formatted(path));
		}
		if (isAtOrBelow(path, LOCAL) && !this.properties.resolveLocal()) {
			throw new HiddenPathException(
					"Path '%s' is not shown: the cell that is local to this server may not be yours. Name the cell, or set 'zkhelper.cache.resolve-local' to true"
						.formatted(path));
		}
	}

	private static boolean isAtOrBelow(String path, String top) {
		return top.equals("/") || path.equals(top) || path.startsWith(top + "/");
	}

	// The first to ask for a cell has it connected to
	private static void awaitFirstConnections(List<Wanted> wanted) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		List<ZkClient> clients = wanted.stream()
			.flatMap((one) -> one.target().stream())
			.map(Target::client)
			.distinct()
			.toList();
		try {
			for (ZkClient client : clients) {
				awaitFirstConnection(client, deadline);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void awaitFirstConnection(ZkClient client, long deadline) throws InterruptedException {
		if (client.state() == SessionState.CONNECTING) {
			client.awaitConnected(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
		}
	}

	private CompletionStage<Answer<CachedNode>> read(Wanted wanted, boolean children) {
		NodeCache cache = wanted.target()
			.map((target) -> this.caches.of(target.cell(), target.client()))
			.orElseGet(() -> own(wanted.path()));
		List<String> there = List.of(wanted.target().map(Target::path).orElse(wanted.path()));
		return (children ? cache.childrenOf(there) : cache.nodes(there))
			.thenApply((answers) -> asAsked(wanted.path(), answers.get(0)));
	}

	// The local cell has another name where it is
	private static Answer<CachedNode> asAsked(String path, Answer<CachedNode> answer) {
		return answer.isOk() ? Answer.of(answer.value().at(path)) : Answer.refused(answer.why().error(), path);
	}

	/**
	 * A node that was asked for.
	 *
	 * @param path as it was asked for
	 * @param target where it is, empty on the application's own ensemble
	 */
	private record Wanted(String path, Optional<Target> target) {
	}

}
