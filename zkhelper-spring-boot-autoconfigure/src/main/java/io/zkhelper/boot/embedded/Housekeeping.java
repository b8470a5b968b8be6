package io.zkhelper.boot.embedded;

import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;

import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.apache.zookeeper.server.persistence.Util;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes snapshots and logs that no start would read any more, at once and every hour.
 * ZooKeeper's own cleanup prints each file to standard output.
 */
final class Housekeeping {

	static final int SNAPSHOTS_TO_KEEP = 3;

	private static final Logger logger = LoggerFactory.getLogger(Housekeeping.class);

	private static final long PERIOD_MILLIS = 3_600_000;

	private final Timer timer = new Timer("zkhelper-embedded-housekeeping", true);

	private final FileTxnSnapLog log;

	Housekeeping(FileTxnSnapLog log) {
		this.log = log;
	}

	void start() {
		this.timer.schedule(new TimerTask() {

			@Override
			public void run() {
				removeOldFiles();
			}

		}, 0, PERIOD_MILLIS);
	}

	void stop() {
		this.timer.cancel();
	}

	private void removeOldFiles() {
		try {
			List<File> snapshots = this.log.findNValidSnapshots(SNAPSHOTS_TO_KEEP);
			if (snapshots.size() == SNAPSHOTS_TO_KEEP) {
				removeOlderThan(zxid(snapshots.get(SNAPSHOTS_TO_KEEP - 1), "snapshot"));
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Old files of the embedded ZooKeeper server in '{}' were not removed", this.log.getSnapDir(),
					ex);
		}
	}

	private void removeOlderThan(long oldest) {
		// Begins before the snapshot, and goes on after it
		Set<File> needed = Set.of(this.log.getSnapshotLogs(oldest));
		remove(this.log.getSnapDir()
			.listFiles((file) -> Util.isSnapshotFileName(file.getName()) && zxid(file, "snapshot") < oldest));
		remove(this.log.getDataLogDir()
			.listFiles((file) -> Util.isLogFileName(file.getName()) && zxid(file, "log") < oldest
					&& !needed.contains(file)));
	}

	private static long zxid(File file, String prefix) {
		return Util.getZxidFromName(file.getName(), prefix);
	}

	private static void remove(File @Nullable [] files) {
		for (File file : (files != null) ? files : new File[0]) {
			logger.debug("Removes '{}': {}", file, file.delete());
		}
	}

}
