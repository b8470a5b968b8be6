package io.zkhelper.cell;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkNodes;
import org.apache.zookeeper.data.ACL;

/**
 * The same nodes in several ensembles. A write goes to all of them at once, and its
 * result says what each made of it: there is no transaction over ensembles, so a write
 * that one has refused leaves the mirror inconsistent until {@link #repair} or another
 * write. Two writers at once may leave it inconsistent too. Reads compare what the
 * ensembles say, as the {@link ReadPolicy} asks for.
 * <p>
 * Versions differ from ensemble to ensemble once one has missed a write: so expected
 * versions are given for each. No method blocks; the connections belong to the caller.
 *
 * @since 1.0.0
 */
public final class MirroredNodes {

	/** Expects no version anywhere. */
	public static final Map<String, Integer> ANY_VERSION = Map.of();

	private final Map<String, ZkNodes> ensembles;

	private final ReadPolicy policy;

	private MirroredNodes(Map<String, ZkNodes> ensembles, ReadPolicy policy) {
		this.ensembles = ensembles;
		this.policy = policy;
	}

	/**
	 * Return the mirror over ensembles.
	 * @param ensembles the ensembles by name; their order is that of the mirror
	 * @param policy how many of them reads ask
	 * @return the mirror
	 * @throws IllegalArgumentException if there is no ensemble
	 */
	public static MirroredNodes over(Map<String, ZkNodes> ensembles, ReadPolicy policy) {
		if (ensembles.isEmpty()) {
			throw new IllegalArgumentException("A mirror needs at least one ensemble");
		}
		return new MirroredNodes(Collections.unmodifiableMap(new LinkedHashMap<>(ensembles)), policy);
	}

	/**
	 * Create a node in each ensemble.
	 * @param create the node
	 * @return what each made of it
	 * @throws IllegalArgumentException if the node is sequential, as numbers differ
	 * between ensembles for ever after one failure, or ephemeral, as sessions do; see
	 * {@link #createAnyway}
	 */
	public CompletionStage<MirrorResult<NodeData>> create(Change.Create create) {
		if (create.kind().isSequential() || create.kind().isEphemeral()) {
			throw new IllegalArgumentException(
					"'%s' is %s, which can't be the same in all ensembles: create it in one of them, or call createAnyway"
						.formatted(create.path(), create.kind()));
		}
		return createAnyway(create);
	}

	/**
	 * Create a node of any kind in each ensemble, although sequential nodes may get
	 * different names, and ephemeral ones end with different sessions.
	 * @param create the node
	 * @return what each made of it
	 */
	public CompletionStage<MirrorResult<NodeData>> createAnyway(Change.Create create) {
		Paths.require("path", create.path(), create.kind().isSequential());
		return this.<NodeData>request(create.path(), (name, nodes) -> nodes.create(create)).askAll();
	}

	/**
	 * Replace the data of a node in each ensemble.
	 * @param path the node
	 * @param data the new content
	 * @param versions the version to replace in each ensemble, or {@link #ANY_VERSION}
	 * @return what each made of it
	 */
	public CompletionStage<MirrorResult<NodeStat>> setData(String path, byte[] data, Map<String, Integer> versions) {
		return write(path, versions, (nodes, version) -> nodes.setData(path, data, version));
	}

	/**
	 * Delete a node without children in each ensemble.
	 * @param path the node
	 * @param versions the version to delete in each ensemble, or {@link #ANY_VERSION}
	 * @return what each made of it
	 */
	public CompletionStage<MirrorResult<String>> delete(String path, Map<String, Integer> versions) {
		return write(path, versions, (nodes, version) -> nodes.delete(path, version));
	}

	/**
	 * Say in each ensemble who may do what with a node.
	 * @param path the node
	 * @param acl the access control list
	 * @param versions the version of the list to replace in each ensemble, or
	 * {@link #ANY_VERSION}
	 * @return what each made of it
	 */
	public CompletionStage<MirrorResult<NodeStat>> setAcl(String path, List<ACL> acl, Map<String, Integer> versions) {
		return write(path, versions, (nodes, version) -> nodes.setAcl(path, acl, version));
	}

	/**
	 * Read a node, or fail with an {@link InconsistentMirrorException}, a
	 * {@link MirrorUnavailableException}, or the refusal on which the ensembles agree.
	 * @param path the node
	 * @return what was read, with the stat of the first ensemble that says so
	 */
	public CompletionStage<NodeData> read(String path) {
		return read(this.<NodeData>request(path, (nodes) -> nodes.read(path)), (node) -> ByteBuffer.wrap(node.data()));
	}

	/**
	 * Look whether there is a node, or fail as {@link #read} does.
	 * @param path the node
	 * @return its stat in the first ensemble that says so, empty if there is none
	 */
	public CompletionStage<Optional<NodeStat>> exists(String path) {
		return read(this.<Optional<NodeStat>>request(path, (nodes) -> nodes.exists(path)), Optional::isPresent);
	}

	/**
	 * List the names of a node's children, or fail as {@link #read} does.
	 * @param path the node
	 * @return the names, sorted
	 */
	public CompletionStage<List<String>> children(String path) {
		return read(this.<List<String>>request(path, (nodes) -> nodes.children(path)), Function.identity());
	}

	/**
	 * Read who may do what with a node, or fail as {@link #read} does.
	 * @param path the node
	 * @return the access control list
	 */
	public CompletionStage<NodeAcl> acl(String path) {
		return read(this.<NodeAcl>request(path, (nodes) -> nodes.acl(path)), NodeAcl::acl);
	}

	/**
	 * Read a node in each ensemble, whatever the policy: to see how they differ, or for
	 * the versions that a write is to expect.
	 * @param path the node
	 * @return what each says
	 */
	public CompletionStage<MirrorResult<NodeData>> readAll(String path) {
		return this.<NodeData>request(path, (nodes) -> nodes.read(path)).askAll();
	}

	/**
	 * Make a node and all below it the same as in one ensemble: data and access control
	 * lists are copied, what is missing is created, and what is not in the source is
	 * deleted. Ephemeral nodes are left alone, and so are those above them; where the
	 * source has one, so is a node of its name in the others. What changes meanwhile is
	 * refused with {@link io.zkhelper.session.ZnodeError#BAD_VERSION}, and repairing
	 * again does no harm. A source that can't be read is reported as the refusal of each
	 * other ensemble.
	 * @param path the node; those above it have to be there
	 * @param source the name of the ensemble that is right
	 * @return how many changes each other ensemble needed
	 * @throws IllegalArgumentException if there is no such ensemble, or the path is
	 * {@code /}
	 */
	public CompletionStage<MirrorResult<Integer>> repair(String path, String source) {
		ZkNodes right = this.ensembles.get(source);
		if (right == null) {
			throw new IllegalArgumentException("The mirror has no ensemble '%s' to repair from, only %s"
				.formatted(source, this.ensembles.keySet()));
		}
		if (path.equals("/")) {
			throw new IllegalArgumentException("'/' can't be repaired as a whole: name a node of your own");
		}
		Map<String, ZkNodes> others = new LinkedHashMap<>(this.ensembles);
		others.remove(source);
		return new MirroredNodes(others, this.policy)
			.<Integer>request(path, (nodes) -> new MirrorRepair(right, nodes).repair(path))
			.askAll();
	}

	private <T> CompletionStage<MirrorResult<T>> write(String path, Map<String, Integer> versions,
			BiFunction<ZkNodes, Integer, CompletionStage<T>> request) {
		if (!versions.isEmpty() && !versions.keySet().equals(this.ensembles.keySet())) {
			throw new IllegalArgumentException("Versions of '%s' are expected for %s, but the mirror has %s"
				.formatted(path, versions.keySet(), this.ensembles.keySet()));
		}
		Paths.require("path", path);
		return this
			.<T>request(path, (name, nodes) -> request.apply(nodes, versions.getOrDefault(name, Change.ANY_VERSION)))
			.askAll();
	}

	private <T> CompletionStage<T> read(MirrorRequest<T> request, Function<? super T, ?> content) {
		if (this.policy == ReadPolicy.FIRST) {
			return request.askInTurn();
		}
		List<String> voters = List.copyOf(this.ensembles.keySet());
		int needed = (this.policy == ReadPolicy.QUORUM) ? voters.size() / 2 + 1 : voters.size();
		return request.vote(new Ballot<>(request.path(), voters, needed, Map.of(), content));
	}

	private <T> MirrorRequest<T> request(String path, Function<ZkNodes, CompletionStage<T>> request) {
		Paths.require("path", path);
		return request(path, (name, nodes) -> request.apply(nodes));
	}

	private <T> MirrorRequest<T> request(String path, BiFunction<String, ZkNodes, CompletionStage<T>> request) {
		Map<String, Supplier<CompletionStage<T>>> requests = new LinkedHashMap<>();
		this.ensembles.forEach((name, nodes) -> requests.put(name, () -> request.apply(name, nodes)));
		return new MirrorRequest<>(path, requests);
	}

}
