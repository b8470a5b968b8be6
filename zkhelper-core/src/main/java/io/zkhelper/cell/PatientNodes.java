package io.zkhelper.cell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.zkhelper.cell.PatientRequest.Question;
import io.zkhelper.session.Change;
import io.zkhelper.session.Engine;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Paths;
import io.zkhelper.session.RequestSize;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkNodes;
import org.apache.zookeeper.data.ACL;

/**
 * The nodes of one client, for requests that wait for its connection. What makes no sense
 * is refused at once. What only reads is sent again when its answer was lost; what writes
 * is sent once.
 */
final class PatientNodes implements ZkNodes {

	private final ZkNodes nodes;

	private final Engine engine;

	private final ConnectionGate gate;

	private final Duration patience;

	PatientNodes(ZkClient client, Duration patience) {
		this.nodes = client.nodes();
		this.engine = Engine.of(client);
		this.gate = ConnectionGate.of(this.engine);
		this.patience = patience;
	}

	@Override
	public CompletionStage<NodeData> create(Change.Create create) {
		require(List.of(create));
		return write("create", create.path(), () -> this.nodes.create(create));
	}

	@Override
	public CompletionStage<NodeData> read(String path) {
		return read("read", path, () -> this.nodes.read(path));
	}

	@Override
	public CompletionStage<Optional<NodeStat>> exists(String path) {
		return read("exists", path, () -> this.nodes.exists(path));
	}

	@Override
	public CompletionStage<List<String>> children(String path) {
		return read("children", path, () -> this.nodes.children(path));
	}

	@Override
	public CompletionStage<NodeStat> setData(String path, byte[] data, int version) {
		require(List.of(new Change.SetData(path, data, version)));
		return write("setData", path, () -> this.nodes.setData(path, data, version));
	}

	@Override
	public CompletionStage<String> delete(String path, int version) {
		Paths.require("path", path);
		return write("delete", path, () -> this.nodes.delete(path, version));
	}

	@Override
	public CompletionStage<NodeAcl> acl(String path) {
		return read("acl", path, () -> this.nodes.acl(path));
	}

	@Override
	public CompletionStage<NodeStat> setAcl(String path, List<ACL> acl, int aclVersion) {
		Paths.require("path", path);
		return write("setAcl", path, () -> this.nodes.setAcl(path, acl, aclVersion));
	}

	@Override
	public CompletionStage<List<NodeStat>> multi(List<? extends Change> changes) {
		if (changes.isEmpty()) {
			throw new IllegalArgumentException("'changes' must not be empty");
		}
		require(changes);
		return write("multi", changes.get(0).path(), () -> this.nodes.multi(changes));
	}

	@Override
	public CompletionStage<String> sync(String path) {
		return read("sync", path, () -> this.nodes.sync(path));
	}

	// What can't be sent would wait for a connection in vain
	private static void require(List<? extends Change> changes) {
		RequestSize.require("request", changes);
		changes.forEach((change) -> Paths.require("path of a change", change.path(),
				change instanceof Change.Create create && create.kind().isSequential()));
	}

	private <T> CompletionStage<T> read(String verb, String path, Supplier<CompletionStage<T>> request) {
		Paths.require("path", path);
		return ask(new Question<>(verb, path, true, request));
	}

	private <T> CompletionStage<T> write(String verb, String path, Supplier<CompletionStage<T>> request) {
		return ask(new Question<>(verb, path, false, request));
	}

	private <T> CompletionStage<T> ask(Question<T> question) {
		return new PatientRequest<>(this.engine, this.gate, question, this.patience).ask();
	}

}
