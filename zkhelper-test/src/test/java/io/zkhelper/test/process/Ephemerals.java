package io.zkhelper.test.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import io.zkhelper.test.server.RawClient;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZKUtil;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.awaitility.Awaitility;

/**
 * The ephemeral nodes of an election or a lock, as a client sees them who takes no part.
 *
 * @param connectString the servers
 */
record Ephemerals(String connectString) {

	private static final Duration POLL = Duration.ofMillis(200);

	private static final List<String> DIRECTORIES = List.of("/zkhelper/elections/", "/zkhelper/locks/");

	/**
	 * Wait until there is one node for each of so many sessions, and no other (I5).
	 */
	void await(String name, int sessions, Duration timeout) {
		Awaitility.await("%d nodes of as many sessions in %s".formatted(sessions, name))
			.atMost(timeout)
			.pollInterval(POLL)
			.until(() -> owners(name),
					(owners) -> owners.size() == sessions && new HashSet<>(owners).size() == sessions);
	}

	// Each look has a connection of its own, as a session can end while it waits
	private List<Long> owners(String name) throws InterruptedException {
		try (RawClient client = RawClient.connect(this.connectString)) {
			return owners(client.zooKeeper(), name);
		}
	}

	private static List<Long> owners(ZooKeeper zooKeeper, String name) throws InterruptedException {
		List<Long> owners = new ArrayList<>();
		try {
			for (String directory : DIRECTORIES) {
				if (zooKeeper.exists(directory + name, false) != null) {
					for (String path : ZKUtil.listSubTreeBFS(zooKeeper, directory + name)) {
						Stat stat = zooKeeper.exists(path, false);
						if (stat != null && stat.getEphemeralOwner() != 0) {
							owners.add(stat.getEphemeralOwner());
						}
					}
				}
			}
			return owners;
		}
		catch (KeeperException ex) {
			// Lost, or somebody went in between: nothing is known
			return List.of(0L, 0L);
		}
	}

}
