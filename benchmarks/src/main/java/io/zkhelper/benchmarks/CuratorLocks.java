package io.zkhelper.benchmarks;

import java.util.concurrent.TimeUnit;

import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.locks.InterProcessMutex;
import org.apache.curator.retry.ExponentialBackoffRetry;

/**
 * Curator's {@link InterProcessMutex}, with the session timeout that zkhelper has by
 * default and otherwise as it comes.
 */
final class CuratorLocks implements Contestant {

	static final String NAME = "curator";

	private static final int SESSION_MILLIS = 12_000;

	private final CuratorFramework curator;

	CuratorLocks(String connectString) throws InterruptedException {
		this.curator = CuratorFrameworkFactory.newClient(connectString, SESSION_MILLIS, SESSION_MILLIS,
				new ExponentialBackoffRetry(100, 3));
		this.curator.start();
		if (!this.curator.blockUntilConnected(10, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Curator has no connection to " + connectString);
		}
	}

	@Override
	public Mutex mutex(String name) {
		InterProcessMutex mutex = new InterProcessMutex(this.curator, directory(name));
		return (work) -> {
			if (!mutex.acquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("Curator had no lock within " + PATIENCE);
			}
			try {
				work.run();
			}
			finally {
				mutex.release();
			}
		};
	}

	@Override
	public String directory(String name) {
		return "/curator/locks/" + name;
	}

	@Override
	public void close() {
		this.curator.close();
	}

}
