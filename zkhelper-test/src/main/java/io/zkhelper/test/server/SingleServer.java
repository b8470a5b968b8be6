package io.zkhelper.test.server;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.apache.zookeeper.server.ContainerManager;
import org.apache.zookeeper.server.Request;
import org.apache.zookeeper.server.SessionTrackerImpl;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.ZooKeeperServerListener;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.jspecify.annotations.Nullable;

/**
 * ZooKeeper's stand-alone server, which counts what it is asked, removes empty containers
 * as the one started from a command line does, and stops without waiting for a tick.
 */
final class SingleServer extends ZooKeeperServer {

	private static final int MAX_CONTAINERS_PER_MINUTE = 60_000;

	private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();

	private @Nullable Thread sessionTimer;

	private @Nullable ContainerManager containers;

	SingleServer(FileTxnSnapLog log, ServerSettings settings) {
		super(log, millis(settings.tickTime()), "");
		setMinSessionTimeout(millis(settings.minSessionTimeout()));
		setMaxSessionTimeout(millis(settings.maxSessionTimeout()));
	}

	private static int millis(Duration duration) {
		return Math.toIntExact(duration.toMillis());
	}

	void reapContainers(Duration interval) {
		this.containers = new ContainerManager(getZKDatabase(), this.firstProcessor, millis(interval),
				MAX_CONTAINERS_PER_MINUTE);
		this.containers.start();
	}

	@Override
	protected void createSessionTracker() {
		SessionTimer timer = new SessionTimer(this, this.tickTime, getZooKeeperServerListener());
		this.sessionTimer = timer;
		this.sessionTracker = timer;
	}

	@Override
	public void submitRequestNow(Request request) {
		this.requests.computeIfAbsent(Request.op2String(request.type), (kind) -> new LongAdder()).increment();
		super.submitRequestNow(request);
	}

	Map<String, Long> requests() {
		Map<String, Long> counts = new TreeMap<>();
		this.requests.forEach((kind, count) -> counts.put(kind, count.sum()));
		return counts;
	}

	/**
	 * End the threads that the server itself would leave to end later.
	 */
	void endTimers() throws InterruptedException {
		if (this.containers != null) {
			this.containers.stop();
		}
		if (this.sessionTimer != null) {
			this.sessionTimer.interrupt();
			this.sessionTimer.join();
		}
	}

	/**
	 * Being interrupted is how it ends here, and nothing to complain of.
	 */
	private static final class SessionTimer extends SessionTrackerImpl {

		private static final long SERVER_ID = 1;

		SessionTimer(ZooKeeperServer server, int tickTime, ZooKeeperServerListener listener) {
			super(server, server.getZKDatabase().getSessionWithTimeOuts(), tickTime, SERVER_ID, listener);
		}

		@Override
		protected void handleException(String thread, Throwable cause) {
			if (!(cause instanceof InterruptedException)) {
				super.handleException(thread, cause);
			}
		}

	}

}
