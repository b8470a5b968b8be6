package io.zkhelper.test.tree;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.data.ACL;

/**
 * Nodes with somebody in between, who does something before a request is sent, or lets it
 * or its answer be lost.
 */
final class MeddledNodes implements ZkNodes {

	private final ZkNodes nodes;

	private final Meddler meddler;

	private final AtomicInteger pending = new AtomicInteger();

	private final AtomicInteger mostPending = new AtomicInteger();

	MeddledNodes(ZkNodes nodes, Meddler meddler) {
		this.nodes = nodes;
		this.meddler = meddler;
	}

	/**
	 * Return how many requests were under way at once.
	 */
	int mostPending() {
		return this.mostPending.get();
	}

	@Override
	public CompletionStage<NodeData> create(Change.Create create) {
		return ask("create", create.path(), () -> this.nodes.create(create));
	}

	@Override
	public CompletionStage<NodeData> read(String path) {
		return ask("read", path, () -> this.nodes.read(path));
	}

	@Override
	public CompletionStage<Optional<NodeStat>> exists(String path) {
		return ask("exists", path, () -> this.nodes.exists(path));
	}

	@Override
	public CompletionStage<List<String>> children(String path) {
		return ask("children", path, () -> this.nodes.children(path));
	}

	@Override
	public CompletionStage<NodeStat> setData(String path, byte[] data, int version) {
		return ask("setData", path, () -> this.nodes.setData(path, data, version));
	}

	@Override
	public CompletionStage<String> delete(String path, int version) {
		return ask("delete", path, () -> this.nodes.delete(path, version));
	}

	@Override
	public CompletionStage<NodeAcl> acl(String path) {
		return ask("acl", path, () -> this.nodes.acl(path));
	}

	@Override
	public CompletionStage<NodeStat> setAcl(String path, List<ACL> acl, int aclVersion) {
		return ask("setAcl", path, () -> this.nodes.setAcl(path, acl, aclVersion));
	}

	@Override
	public CompletionStage<List<NodeStat>> multi(List<? extends Change> changes) {
		return ask("multi", changes.get(0).path(), () -> this.nodes.multi(changes));
	}

	@Override
	public CompletionStage<String> sync(String path) {
		return ask("sync", path, () -> this.nodes.sync(path));
	}

	private <T> CompletionStage<T> ask(String request, String path, Supplier<CompletionStage<T>> asked) {
		Fate fate = fate(request, path);
		CompletionStage<T> failure = CompletableFuture
			.failedStage(new NodeException(request, new Refusal(fate.error, path)));
		if (!fate.reachesServer) {
			return failure;
		}
		this.mostPending.accumulateAndGet(this.pending.incrementAndGet(), Math::max);
		CompletionStage<T> answer = asked.get().whenComplete((value, error) -> this.pending.decrementAndGet());
		return fate.answers ? answer : answer.thenCompose((value) -> failure);
	}

	private Fate fate(String request, String path) {
		try {
			return this.meddler.before(request, path);
		}
		catch (Exception ex) {
			throw new AssertionError("Who meddles must not fail", ex);
		}
	}

	/**
	 * What becomes of a request.
	 */
	enum Fate {

		PASSES(true, true, ZnodeError.OTHER), REQUEST_LOST(false, false, ZnodeError.CONNECTION_LOSS),
		ANSWER_LOST(true, false, ZnodeError.CONNECTION_LOSS), REFUSED(false, false, ZnodeError.NO_AUTH);

		private final boolean reachesServer;

		private final boolean answers;

		private final ZnodeError error;

		Fate(boolean reachesServer, boolean answers, ZnodeError error) {
			this.reachesServer = reachesServer;
			this.answers = answers;
			this.error = error;
		}

	}

	/**
	 * Who is in between.
	 */
	interface Meddler {

		Fate before(String request, String path) throws Exception;

	}

}
