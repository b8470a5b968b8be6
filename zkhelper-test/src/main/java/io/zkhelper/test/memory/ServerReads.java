package io.zkhelper.test.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import org.apache.zookeeper.data.ACL;

/**
 * What one connection may read of what its server has. Each method refuses by a
 * {@link RefusedException}.
 */
final class ServerReads {

	private final Database database;

	private final ServerConnection connection;

	private final Random random;

	ServerReads(Database database, ServerConnection connection, Random random) {
		this.database = database;
		this.connection = connection;
		this.random = random;
	}

	NodeData read(String path) {
		return this.database.read(path, this.connection.identities());
	}

	Optional<NodeStat> exists(String path) {
		return this.database.exists(path, this.connection.identities());
	}

	NodeAcl readAcl(String path) {
		Znode node = this.database.administrable(path, this.connection.identities());
		return new NodeAcl(path, node.acl(), node.stat());
	}

	Optional<NodeStat> existsAndWatch(String path) {
		Optional<NodeStat> stat = exists(path);
		this.database.watches().watchData(path, this.connection);
		return stat;
	}

	NodeData readAndWatch(String path) {
		NodeData data = read(path);
		this.database.watches().watchData(path, this.connection);
		return data;
	}

	// Shuffled, since the order means nothing and nobody must rely on it
	List<String> list(String path) {
		List<String> names = new ArrayList<>(this.database.children(path, this.connection.identities()));
		Collections.shuffle(names, this.random);
		return Collections.unmodifiableList(names);
	}

	List<String> listAndWatch(String path) {
		List<String> names = list(path);
		this.database.watches().watchChildren(path, this.connection);
		return names;
	}

}
