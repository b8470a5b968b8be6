package io.zkhelper.test.fault;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.ConnectionLossException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

/**
 * A lock as the recipe in ZooKeeper's documentation is often written down: what was
 * answered by a lost connection is simply done again.
 */
final class NaiveLock {

	static final Scenario SCENARIO = new Scenario("naive lock", NaiveLock::play);

	private final ZooKeeper client;

	private final String directory;

	private NaiveLock(ZooKeeper client, String directory) {
		this.client = client;
		this.directory = directory;
	}

	private static void play(Course course) {
		String marker = course.stranger().make(course.root() + "/naive/marker-");
		course.stranger().remove(marker);
		FutureTask<String> using = new FutureTask<>(() -> use(course));
		Thread thread = new Thread(using, "naive");
		thread.setDaemon(true);
		thread.start();
		course.await("the naive user has had its lock, or was told", using::isDone);
	}

	// The session lives on, as it would in an application
	private static String use(Course course) throws KeeperException, InterruptedException {
		Stranger user = Stranger.connect(course.address("a"), Arena.TIMING.sessionTimeout());
		course.onClose(user);
		NaiveLock lock = new NaiveLock(user.client(), course.root() + "/naive");
		lock.release(lock.acquire());
		return "had it";
	}

	private String acquire() throws KeeperException, InterruptedException {
		String own = again(() -> this.client.create(this.directory + "/lock-", new byte[0], Ids.OPEN_ACL_UNSAFE,
				CreateMode.EPHEMERAL_SEQUENTIAL));
		while (true) {
			List<String> names = again(() -> this.client.getChildren(this.directory, false)).stream().sorted().toList();
			int place = names.indexOf(own.substring(own.lastIndexOf('/') + 1));
			if (place <= 0) {
				return own;
			}
			CountDownLatch gone = new CountDownLatch(1);
			String ahead = this.directory + "/" + names.get(place - 1);
			if (again(() -> this.client.exists(ahead, (event) -> gone.countDown())) != null) {
				gone.await();
			}
		}
	}

	private void release(String own) throws KeeperException, InterruptedException {
		again(() -> {
			this.client.delete(own, -1);
			return own;
		});
	}

	private static <T> T again(Call<T> call) throws KeeperException, InterruptedException {
		while (true) {
			try {
				return call.call();
			}
			catch (ConnectionLossException ex) {
				// Then once more
			}
		}
	}

	/**
	 * Something that fails in ZooKeeper's way.
	 */
	private interface Call<T> {

		T call() throws KeeperException, InterruptedException;

	}

}
