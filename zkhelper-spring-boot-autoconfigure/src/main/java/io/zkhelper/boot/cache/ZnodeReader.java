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

	private final Supplier<NodeCache> own;

	private final NodeCaches caches;

	private final ZnodeRoute route;

	ZnodeReader(CacheProperties properties, Supplier<NodeCache> own, NodeCaches caches, ZnodeRoute route) {
		properties.requirePaths();
		this.properties = properties;
		this.own = own;
		this.caches = caches;
		this.route = route;
	}

	/**
	 * Read nodes. Waits at most two seconds for the first connection to the ensemble of a
	 * cell.
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
		List<CompletableFuture<Answer<CachedNode>>> answers = paths.stream()
			.map((path) -> read(path, children).toCompletableFuture())
			.toList();
		return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
			.thenApply((done) -> answers.stream().map(CompletableFuture::join).toList());
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

	private CompletionStage<Answer<CachedNode>> read(String path, boolean children) {
		Optional<Target> target = this.route.route(path);
		NodeCache cache = target.map(this::cache).orElseGet(this.own);
		List<String> there = List.of(target.map(Target::path).orElse(path));
		return (children ? cache.childrenOf(there) : cache.nodes(there))
			.thenApply((answers) -> asAsked(path, answers.get(0)));
	}

	// The first to ask for a cell has it connected to
	private NodeCache cache(Target target) {
		if (target.client().state() == SessionState.CONNECTING) {
			try {
				target.client().awaitConnected(PATIENCE);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		return this.caches.of(target.cell(), target.client());
	}

	// The local cell has another name where it is
	private static Answer<CachedNode> asAsked(String path, Answer<CachedNode> answer) {
		return answer.isOk() ? Answer.of(answer.value().at(path)) : Answer.refused(answer.why().error(), path);
	}

}
