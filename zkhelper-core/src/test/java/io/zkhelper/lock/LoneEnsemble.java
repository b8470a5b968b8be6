package io.zkhelper.lock;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.NodeStats;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Change;
import io.zkhelper.session.Ensemble;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.HandleListener;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.WatchEvent;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.session.Znodes;
import org.apache.zookeeper.data.ACL;

/**
 * As much of ZooKeeper as one client needs for its exclusive locks, in one session
 * without end.
 */
class LoneEnsemble implements Ensemble, Znodes {

	private static final long SESSION = 1;

	private final Map<String, NodeData> nodes = new LinkedHashMap<>();

	private final Map<String, Consumer<WatchEvent>> watches = new HashMap<>();

	private final EventLoop loop;

	private long transactions;

	LoneEnsemble(EventLoop loop) {
		this.loop = loop;
	}

	boolean isEmpty() {
		return this.nodes.isEmpty();
	}

	@Override
	public Znodes open(ZkClientOptions options, HandleListener listener, EventLoop loop) {
		loop.execute(() -> listener.onConnected(SESSION, Duration.ofSeconds(12)));
		return this;
	}

	private <T> void reply(Consumer<Answer<T>> consumer, Answer<T> answer) {
		this.loop.execute(() -> consumer.accept(answer));
	}

	@Override
	public void create(Change.Create create, Consumer<Answer<NodeData>> answer) {
		this.transactions++;
		String path = create.path() + "%010d".formatted(this.transactions);
		NodeData node = new NodeData(path, create.data(),
				NodeStats.of(this.transactions, this.transactions, 0, SESSION));
		this.nodes.put(path, node);
		reply(answer, Answer.of(node));
	}

	@Override
	public void delete(String path, int version, Consumer<Answer<String>> answer) {
		Answer<NodeData> found = find(path);
		this.nodes.remove(path);
		Consumer<WatchEvent> watch = this.watches.remove(path);
		if (watch != null) {
			this.loop.execute(() -> watch.accept(WatchEvent.DELETED));
		}
		reply(answer, found.map(NodeData::path));
	}

	private Answer<NodeData> find(String path) {
		NodeData node = this.nodes.get(path);
		return (node != null) ? Answer.of(node) : Answer.refused(ZnodeError.NO_NODE, path);
	}

	@Override
	public void read(String path, Consumer<Answer<NodeData>> answer) {
		reply(answer, find(path));
	}

	@Override
	public void list(String path, Consumer<Answer<List<String>>> answer) {
		List<String> names = this.nodes.keySet().stream().map((child) -> child.substring(path.length() + 1)).toList();
		reply(answer, Answer.of(names));
	}

	@Override
	public Cancellable watch(String path, Consumer<WatchEvent> fired, Consumer<Answer<NodeData>> answer) {
		if (this.nodes.containsKey(path)) {
			this.watches.merge(path, fired, Consumer::andThen);
		}
		read(path, answer);
		return () -> {
		};
	}

	@Override
	public Cancellable watchChildren(String path, Runnable fired, Consumer<Answer<List<String>>> answer) {
		list(path, answer);
		return () -> {
		};
	}

	@Override
	public void sync(String path, Consumer<Answer<String>> answer) {
		reply(answer, Answer.of(path));
	}

	@Override
	public void multi(List<? extends Change> changes, Consumer<Answer<List<NodeStat>>> answer) {
		Change.Check check = (Change.Check) changes.get(0);
		reply(answer, find(check.path()).map((node) -> List.of(node.stat())));
	}

	@Override
	public void exists(String path, Consumer<Answer<Optional<NodeStat>>> answer) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Cancellable watchExistence(String path, Consumer<WatchEvent> fired,
			Consumer<Answer<Optional<NodeStat>>> answer) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void readAcl(String path, Consumer<Answer<NodeAcl>> answer) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void setAcl(String path, List<ACL> acl, int aclVersion, Consumer<Answer<NodeStat>> answer) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close(Runnable closed) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void leave(Consumer<byte[]> left) {
		throw new UnsupportedOperationException();
	}

}
