package io.zkhelper.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.apache.zookeeper.data.ACL;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests in the session that the connection has at the moment.
 */
final class SessionNodes implements ZkNodes {

	private final Connection connection;

	private final EventLoop loop;

	private final Executor executor;

	private final Chroot chroot;

	SessionNodes(Connection connection, ZkClientOptions options, EventLoop loop) {
		this.connection = connection;
		this.loop = loop;
		this.executor = options.listenerExecutor().orElseThrow();
		this.chroot = new Chroot(options.chroot());
	}

	@Override
	public CompletionStage<NodeData> create(Change.Create create) {
		RequestSize.require("request", List.of(create));
		Change.Create full = (Change.Create) this.chroot.full(create);
		return this.<NodeData>ask("create", full.path(), (znodes, answer) -> znodes.create(full, answer))
			.thenApply(this::own);
	}

	private NodeData own(NodeData node) {
		return new NodeData(this.chroot.own(node.path()), node.data(), node.stat());
	}

	@Override
	public CompletionStage<NodeData> read(String path) {
		String full = this.chroot.full(path);
		return this.<NodeData>ask("read", full, (znodes, answer) -> znodes.read(full, answer)).thenApply(this::own);
	}

	@Override
	public CompletionStage<Optional<NodeStat>> exists(String path) {
		String full = this.chroot.full(path);
		return ask("exists", full, (znodes, answer) -> znodes.exists(full, answer));
	}

	@Override
	public CompletionStage<List<String>> children(String path) {
		String full = this.chroot.full(path);
		return this.<List<String>>ask("children", full, (znodes, answer) -> znodes.list(full, answer))
			.thenApply((names) -> names.stream().sorted().toList());
	}

	@Override
	public CompletionStage<NodeStat> setData(String path, byte[] data, int version) {
		return multi("setData", List.of(new Change.SetData(path, data, version))).thenApply((stats) -> stats.get(0));
	}

	@Override
	public CompletionStage<String> delete(String path, int version) {
		String full = this.chroot.full(path);
		return this.<String>ask("delete", full, (znodes, answer) -> znodes.delete(full, version, answer))
			.thenApply(this.chroot::own);
	}

	@Override
	public CompletionStage<NodeAcl> acl(String path) {
		String full = this.chroot.full(path);
		return this.<NodeAcl>ask("acl", full, (znodes, answer) -> znodes.readAcl(full, answer))
			.thenApply((acl) -> new NodeAcl(path, acl.acl(), acl.stat()));
	}

	@Override
	public CompletionStage<NodeStat> setAcl(String path, List<ACL> acl, int aclVersion) {
		String full = this.chroot.full(path);
		return ask("setAcl", full, (znodes, answer) -> znodes.setAcl(full, acl, aclVersion, answer));
	}

	@Override
	public CompletionStage<List<NodeStat>> multi(List<? extends Change> changes) {
		return multi("multi", changes);
	}

	private CompletionStage<List<NodeStat>> multi(String request, List<? extends Change> changes) {
		if (changes.isEmpty()) {
			throw new IllegalArgumentException("'changes' must not be empty");
		}
		RequestSize.require("request", changes);
		List<Change> full = changes.stream().map(this.chroot::full).toList();
		return ask(request, full.get(0).path(), (znodes, answer) -> znodes.multi(full, answer));
	}

	@Override
	public CompletionStage<String> sync(String path) {
		String full = this.chroot.full(path);
		return this.<String>ask("sync", full, (znodes, answer) -> znodes.sync(full, answer))
			.thenApply(this.chroot::own);
	}

	private <T> CompletionStage<T> ask(String request, String path, BiConsumer<Znodes, Consumer<Answer<T>>> question) {
		CompletableFuture<T> future = new CompletableFuture<>();
		Consumer<Answer<T>> receiver = (answer) -> this.executor.execute(() -> complete(future, request, answer));
		this.loop.execute(() -> {
			@Nullable Session session = this.connection.status().session();
			if (session == null || !session.isConnected()) {
				receiver.accept(Answer.refused(ZnodeError.CONNECTION_LOSS, path));
			}
			else {
				question.accept(session.znodes(), receiver);
			}
		});
		return future.minimalCompletionStage();
	}

	private <T> void complete(CompletableFuture<T> future, String request, Answer<T> answer) {
		if (answer.isOk()) {
			future.complete(answer.value());
		}
		else {
			Refusal why = answer.why();
			future.completeExceptionally(
					new NodeException(request, new Refusal(why.error(), this.chroot.own(why.path()))));
		}
	}

}
