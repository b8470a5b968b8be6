package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import io.zkhelper.election.Participant;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.leader.LeaderLatch;
import org.apache.curator.retry.ExponentialBackoffRetry;

/**
 * The part in an election by Curator's {@link LeaderLatch}, as it comes. It knows no
 * tokens.
 *
 * @param curator the connection
 * @param latch the latch
 */
record LatchPart(CuratorFramework curator, LeaderLatch latch) implements Part, Check {

	static Part of(Settings settings, Participant who) {
		int timeout = (int) settings.timing().sessionTimeout().toMillis();
		CuratorFramework curator = CuratorFrameworkFactory.newClient(settings.connectString(), timeout, timeout,
				new ExponentialBackoffRetry(100, 3));
		curator.start();
		LeaderLatch latch = new LeaderLatch(curator, "/curator/" + settings.name(), who.id());
		try {
			latch.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The latch can't be started", ex);
		}
		return new LatchPart(curator, latch);
	}

	@Override
	public Check check() {
		return this;
	}

	@Override
	public boolean leads() {
		return this.latch.hasLeadership();
	}

	@Override
	public Optional<Term> term() {
		return Optional.empty();
	}

	@Override
	public void close() {
		try {
			this.latch.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.curator.close();
	}

}
