package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the holders of all courses under way, one after the other, all the time.
 */
final class Watchman implements AutoCloseable {

	private static final long REST = Duration.ofMillis(1).toNanos();

	private final Set<Course> courses = ConcurrentHashMap.newKeySet();

	private final Thread thread = new Thread(this::watch, "watchman");

	private volatile boolean over;

	Watchman() {
		this.thread.setDaemon(true);
	}

	void start() {
		this.thread.start();
	}

	void watch(Course course) {
		this.courses.add(course);
	}

	void leave(Course course) {
		this.courses.remove(course);
	}

	private void watch() {
		while (!this.over) {
			this.courses.forEach(Course::look);
			LockSupport.parkNanos(REST);
		}
	}

	@Override
	public void close() {
		this.over = true;
	}

}
