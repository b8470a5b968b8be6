package io.zkhelper.test.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import org.apache.zookeeper.data.ACL;

/**
 * What one connection may ask of the server. Each method refuses by a
 * {@link RefusedException}.
 */
final class ServerRequests {

	private final Database database;

	private final ServerConnection connection;

	private final Random random;

	ServerRequests(Database database, ServerConnection connection, Random random) {
		this.database = database;
		this.connection = connection;
		this.random = random;
	}

	NodeData create(Change.Create create) {
		return this.database.transact(this.connection.session(), (draft) -> draft.create(create));
	}

	String delete(String path, int version) {
		return this.database.transact(this.connection.session(), (draft) -> {
			draft.delete(path, version);
			return path;
		});
	}

	NodeData read(String path) {
		return this.database.read(path, this.connection.session().identities());
	}

	List<ACL> readAcl(String path) {
		read(path);
		return this.database.tree().find(path).map(Znode::acl).orElseThrow();
	}

	NodeData readAndWatch(String path) {
		NodeData data = read(path);
		this.database.watches().watchData(path, this.connection);
		return data;
	}

	// Shuffled, since the order means nothing and nobody must rely on it
	List<String> list(String path) {
		List<String> names = new ArrayList<>(this.database.children(path, this.connection.session().identities()));
		Collections.shuffle(names, this.random);
		return Collections.unmodifiableList(names);
	}

	List<String> listAndWatch(String path) {
		List<String> names = list(path);
		this.database.watches().watchChildren(path, this.connection);
		return names;
	}

	List<NodeStat> multi(List<? extends Change> changes) {
		return this.database.transact(this.connection.session(),
				(draft) -> changes.stream().map((change) -> apply(change, draft)).toList());
	}

	private static NodeStat apply(Change change, Draft draft) {
		try {
			return draft.apply(change);
		}
		catch (RefusedException ex) {
			throw new RefusedException(ex.error(), change.path());
		}
	}

}
