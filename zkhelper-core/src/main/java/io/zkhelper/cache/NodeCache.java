package io.zkhelper.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Engine;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Promise;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was read of nodes, for those who read often and can live with an answer
 * that is a moment old.
 * <p>
 * An answer comes from memory, without a lock and on the caller's thread, as long as no
 * change of the node was reported. The first one to ask for a node has it read, with a
 * watch; those who ask meanwhile share that read. After a change, the next one to ask has
 * it read again. That there is no node is remembered too, until one comes. Errors are
 * not.
 * <p>
 * While there is no connection, what is in memory is still answered and marked
 * {@linkplain CachedNode#stale() stale}. Once there is one, it is read anew, the oldest
 * first, and stays stale until then. What is not in memory is refused meanwhile with a
 * {@link NodeException}.
 * <p>
 * Not promised: that a change is seen as soon as it is committed. The report comes with
 * the server's next message. Where a connection is lost without a word, that is noticed
 * after two thirds of the session timeout at the latest, and until then answers are not
 * marked. Decide nothing that others decide as well by a cache: write with the version
 * that was read, or hold a lock.
 * <p>
 * Safe for use by many threads. It makes none.
 *
 * @since 1.0.0
 */
public final class NodeCache implements CachedNodes, AutoCloseable {

	private final Engine engine;

	private final Counts counts = new Counts();

	private final Keeper keeper;

	private volatile boolean closed;

	private NodeCache(ZkClient client, CacheOptions options) {
		this.engine = Engine.of(client);
		this.keeper = new Keeper(this.engine, options, this.counts);
	}

	/**
	 * Return an empty cache.
	 * @param client by which it reads; paths are those of the connect string's chroot
	 * @return the cache
	 */
	public static NodeCache on(ZkClient client) {
		return on(client, CacheOptions.DEFAULT);
	}

	/**
	 * Return an empty cache.
	 * @param client by which it reads; paths are those of the connect string's chroot
	 * @param options how it remembers
	 * @return the cache
	 */
	public static NodeCache on(ZkClient client, CacheOptions options) {
		NodeCache cache = new NodeCache(client, options);
		cache.engine.add(cache.keeper);
		return cache;
	}

	@Override
	public CompletionStage<CachedNode> node(String path) {
		return ask(path, Aspect.DATA);
	}

	@Override
	public CompletionStage<CachedNode> children(String path) {
		return ask(path, Aspect.CHILDREN);
	}

	@Override
	public CompletionStage<List<Answer<CachedNode>>> nodes(List<String> paths) {
		return askAll(paths, Aspect.DATA);
	}

	@Override
	public CompletionStage<List<Answer<CachedNode>>> childrenOf(List<String> paths) {
		return askAll(paths, Aspect.CHILDREN);
	}

	private CompletionStage<CachedNode> ask(String path, Aspect aspect) {
		CachedNode known = known(path, aspect);
		return (known != null) ? CompletableFuture.completedStage(known)
				: miss(path, aspect)
					.thenCompose((answer) -> answer.isOk() ? CompletableFuture.completedStage(answer.value())
							: CompletableFuture.failedStage(new NodeException(aspect.request(), answer.why())));
	}

	private CompletionStage<List<Answer<CachedNode>>> askAll(List<String> paths, Aspect aspect) {
		paths.forEach(this.engine::full);
		CompletionStage<List<Answer<CachedNode>>> all = CompletableFuture.completedStage(new ArrayList<>());
		for (CompletionStage<Answer<CachedNode>> one : paths.stream().map((path) -> answer(path, aspect)).toList()) {
			all = all.thenCombine(one, (answers, answer) -> {
				answers.add(answer);
				return answers;
			});
		}
		return all.thenApply(List::copyOf);
	}

	private CompletionStage<Answer<CachedNode>> answer(String path, Aspect aspect) {
		CachedNode known = known(path, aspect);
		return (known != null) ? CompletableFuture.completedStage(Answer.of(known)) : miss(path, aspect);
	}

	private @Nullable CachedNode known(String path, Aspect aspect) {
		if (this.closed) {
			throw new IllegalStateException("The cache is closed");
		}
		CachedNode known = this.keeper.known(path, aspect);
		if (known != null) {
			this.counts.onHit(known);
		}
		return known;
	}

	private CompletionStage<Answer<CachedNode>> miss(String path, Aspect aspect) {
		this.engine.full(path);
		Promise<Answer<CachedNode>> promise = new Promise<>(this.engine.listenerExecutor());
		this.engine.loop().execute(() -> this.keeper.ask(path, aspect, (answer) -> {
			this.counts.onMiss(answer);
			promise.keep(answer);
		}));
		return promise.stage();
	}

	/**
	 * Return what the cache has done so far, from memory.
	 * @return the counts
	 */
	public CacheStats stats() {
		return this.counts.stats(this.keeper.size());
	}

	/**
	 * Forget everything and give all watches up. The client stays open. A second call
	 * does nothing; any other call is refused afterwards.
	 */
	@Override
	public void close() {
		this.closed = true;
		this.engine.remove(this.keeper);
		this.engine.loop().execute(this.keeper::close);
	}

}
