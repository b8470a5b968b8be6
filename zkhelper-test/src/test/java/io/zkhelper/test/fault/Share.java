package io.zkhelper.test.fault;

/**
 * How much of a lock somebody wants.
 *
 * @param lock the name of the lock
 * @param weight how much
 * @param capacity how much there is
 */
record Share(String lock, int weight, int capacity) {

	private static final int READERS = 100;

	static Share allOf(String lock) {
		return new Share(lock, 1, 1);
	}

	static Share reading(String lock) {
		return new Share(lock, 1, READERS);
	}

	static Share writing(String lock) {
		return new Share(lock, READERS, READERS);
	}

	static Share permits(String lock, int permits, int of) {
		return new Share(lock, permits, of);
	}

}
