package io.zkhelper.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What JMH runs for {@link Retained}.
 */
@State(Scope.Benchmark)
// JMH connects first
@SuppressWarnings("NullAway.Init")
public class RetainedLock {

	/** Where the server is. */
	@Param("")
	public String connectString = "";

	private ZkhelperLocks locks;

	private Mutex mutex;

	private long holds;

	@Setup
	public void connect() throws InterruptedException {
		this.locks = new ZkhelperLocks(this.connectString);
		this.mutex = this.locks.retained("retained");
	}

	@Benchmark
	public long acquireAndRelease() throws Exception {
		this.mutex.hold(this::work);
		return this.holds;
	}

	private void work() {
		this.holds++;
	}

	@TearDown
	public void close() {
		this.locks.close();
	}

}
