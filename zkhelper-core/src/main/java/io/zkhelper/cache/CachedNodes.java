package io.zkhelper.cache;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeException;

/**
 * Nodes as somebody remembers them: this process ({@link NodeCache}), or others that it
 * asks over HTTP ({@link CacheClient}). There is no way to write by it.
 *
 * @since 1.0.0
 */
public interface CachedNodes {

	/**
	 * Return a node with its data.
	 * @param path the node
	 * @return the answer; fails with a {@link NodeException} if the node must not be
	 * read, or is not in memory while the servers can't be asked
	 * @throws IllegalArgumentException if it is not a valid path
	 */
	CompletionStage<CachedNode> node(String path);

	/**
	 * Return a node with the names of its children, sorted. Otherwise as
	 * {@link #node(String)}.
	 * @param path the node
	 * @return the answer
	 * @throws IllegalArgumentException if it is not a valid path
	 */
	CompletionStage<CachedNode> children(String path);

	/**
	 * Return several nodes with their data. What is refused about one of them spoils no
	 * other.
	 * @param paths the nodes
	 * @return one answer for each, in the same order; for no paths none, and nobody is
	 * asked
	 * @throws IllegalArgumentException if one is not a valid path
	 */
	CompletionStage<List<Answer<CachedNode>>> nodes(List<String> paths);

	/**
	 * Return several nodes with the names of their children. Otherwise as
	 * {@link #nodes(List)}.
	 * @param paths the nodes
	 * @return one answer for each, in the same order; for no paths none, and nobody is
	 * asked
	 * @throws IllegalArgumentException if one is not a valid path
	 */
	CompletionStage<List<Answer<CachedNode>>> childrenOf(List<String> paths);

}
