package io.zkhelper.test.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.WatchEvent;
import io.zkhelper.session.Znodes;
import org.apache.zookeeper.common.PathUtils;
import org.apache.zookeeper.data.ACL;

/**
 * A handle: makes requests of what it is asked, and hands them to the connection on the
 * client's loop.
 */
final class ClientHandle implements Znodes {

	private final ClientConnection connection;

	private final List<ACL> acl;

	ClientHandle(ClientConnection connection, List<ACL> acl) {
		this.connection = connection;
		this.acl = acl;
	}

	@Override
	public void create(Change.Create create, Consumer<Answer<NodeData>> answer) {
		PathUtils.validatePath(create.path(), create.kind().isSequential());
		Change.Create complete = withAcl(create);
		submit(RequestKind.CREATE, create.path(), new Operation.Write<>((draft) -> draft.create(complete)), answer);
	}

	private Change.Create withAcl(Change.Create create) {
		return create.acl().isEmpty() ? new Change.Create(create.path(), create.data(), create.kind(), this.acl)
				: create;
	}

	@Override
	public void delete(String path, int version, Consumer<Answer<String>> answer) {
		PathUtils.validatePath(path);
		submit(RequestKind.DELETE, path, new Operation.Write<>((draft) -> {
			draft.delete(path, version);
			return path;
		}), answer);
	}

	@Override
	public void read(String path, Consumer<Answer<NodeData>> answer) {
		PathUtils.validatePath(path);
		submit(RequestKind.READ, path, new Operation.Read<>((server) -> server.read(path)), answer);
	}

	@Override
	public void exists(String path, Consumer<Answer<Optional<NodeStat>>> answer) {
		PathUtils.validatePath(path);
		submit(RequestKind.READ, path, new Operation.Read<>((server) -> server.exists(path)), answer);
	}

	@Override
	public void readAcl(String path, Consumer<Answer<NodeAcl>> answer) {
		PathUtils.validatePath(path);
		submit(RequestKind.READ, path, new Operation.Read<>((server) -> server.readAcl(path)), answer);
	}

	@Override
	public void setAcl(String path, List<ACL> acl, int aclVersion, Consumer<Answer<NodeStat>> answer) {
		PathUtils.validatePath(path);
		submit(RequestKind.SET_ACL, path, new Operation.Write<>((draft) -> draft.setAcl(path, acl, aclVersion)),
				answer);
	}

	@Override
	public void list(String path, Consumer<Answer<List<String>>> answer) {
		PathUtils.validatePath(path);
		submit(RequestKind.LIST, path, new Operation.Read<>((server) -> server.list(path)), answer);
	}

	@Override
	public Cancellable watch(String path, Consumer<WatchEvent> fired, Consumer<Answer<NodeData>> answer) {
		PathUtils.validatePath(path);
		ClientWatch watch = new ClientWatch(fired);
		submit(new Call<>(RequestKind.READ, path, new Operation.Read<>((server) -> server.readAndWatch(path)),
				(node) -> this.connection.watches().watchData(path, watch), answer));
		return watch::giveUp;
	}

	@Override
	public Cancellable watchExistence(String path, Consumer<WatchEvent> fired,
			Consumer<Answer<Optional<NodeStat>>> answer) {
		PathUtils.validatePath(path);
		ClientWatch watch = new ClientWatch(fired);
		submit(new Call<>(RequestKind.READ, path, new Operation.Read<>((server) -> server.existsAndWatch(path)),
				(stat) -> this.connection.watches().watchExistence(path, watch, stat.isPresent()), answer));
		return watch::giveUp;
	}

	@Override
	public Cancellable watchChildren(String path, Runnable fired, Consumer<Answer<List<String>>> answer) {
		PathUtils.validatePath(path);
		ClientWatch watch = new ClientWatch((event) -> fired.run());
		submit(new Call<>(RequestKind.LIST, path, new Operation.Read<>((server) -> server.listAndWatch(path)),
				(names) -> this.connection.watches().watchChildren(path, watch), answer));
		return watch::giveUp;
	}

	@Override
	public void sync(String path, Consumer<Answer<String>> answer) {
		PathUtils.validatePath(path);
		submit(RequestKind.SYNC, path, new Operation.Sync<>(path), answer);
	}

	@Override
	public void multi(List<? extends Change> changes, Consumer<Answer<List<NodeStat>>> answer) {
		List<Change> complete = changes.stream().map(this::withAcl).toList();
		String path = complete.isEmpty() ? "/" : complete.get(0).path();
		submit(RequestKind.MULTI, path, new Operation.Write<>((draft) -> draft.applyAll(complete)), answer);
	}

	private Change withAcl(Change change) {
		boolean sequential = change instanceof Change.Create create && create.kind().isSequential();
		PathUtils.validatePath(change.path(), sequential);
		return (change instanceof Change.Create create) ? withAcl(create) : change;
	}

	private <T> void submit(RequestKind kind, String path, Operation<T> operation, Consumer<Answer<T>> answer) {
		submit(new Call<>(kind, path, operation, ClientHandle::nothing, answer));
	}

	private static void nothing(Object value) {
	}

	private void submit(Call<?> call) {
		this.connection.loop().execute(() -> this.connection.submit(call));
	}

	@Override
	public void close(Runnable closed) {
		Call<String> call = new Call<>(RequestKind.CLOSE, "/", new Operation.Close<>("/"), ClientHandle::nothing,
				(answer) -> this.connection.onClosed());
		this.connection.loop().execute(() -> this.connection.close(closed, call));
	}

	@Override
	public void leave(Consumer<byte[]> left) {
		this.connection.loop().execute(() -> this.connection.leave(left));
	}

}
