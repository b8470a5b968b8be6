package io.zkhelper.test.simulation;

import java.util.Locale;

import io.zkhelper.claim.Safety;

/**
 * What the processes of a simulation contend for.
 */
enum Recipe {

	/** Leadership in two elections. */
	ELECTIONS(1, ElectionWork.QUEUE) {

		@Override
		Work start(Machinery machinery, Course course, Trace trace) {
			return new ElectionWork(machinery, course.safety(), trace);
		}

	},

	/** A lock of one holder. */
	LOCK(4, LockWork.QUEUE) {

		@Override
		Work start(Machinery machinery, Course course, Trace trace) {
			return new LockWork(machinery, new ExclusiveLocks(course), trace);
		}

	},

	/** A lock of many readers or one writer. */
	READ_WRITE_LOCK(4, LockWork.QUEUE) {

		@Override
		Work start(Machinery machinery, Course course, Trace trace) {
			return new LockWork(machinery, new ReadWriteLocks(), trace);
		}

	},

	/** Permits. */
	SEMAPHORE(4, LockWork.QUEUE) {

		@Override
		Work start(Machinery machinery, Course course, Trace trace) {
			return new LockWork(machinery, new Semaphores(), trace);
		}

	},

	/** All of these in one queue. */
	MIXED_LOCKS(4, LockWork.QUEUE) {

		@Override
		Work start(Machinery machinery, Course course, Trace trace) {
			return new LockWork(machinery, new MixedLocks(), trace);
		}

	},

	/** Several locks at once, all or none. */
	SEVERAL_LOCKS(4, LockWork.QUEUE) {

		@Override
		Work start(Machinery machinery, Course course, Trace trace) {
			return new LockWork(machinery, new SeveralNames(), trace);
		}

	},

	/** Leadership, in sessions that are passed on. */
	HAND_OVERS(3, HandOverWork.QUEUE) {

		@Override
		Work start(Machinery machinery, Course course, Trace trace) {
			return new HandOverWork(machinery, course.safety(), trace);
		}

	};

	private final int acts;

	private final String queue;

	Recipe(int acts, String queue) {
		this.acts = acts;
		this.queue = queue;
	}

	/**
	 * Return how many of ten incidents are what users do.
	 */
	int acts(int more) {
		return this.acts + more;
	}

	String queue() {
		return this.queue;
	}

	boolean has(Safety safety) {
		return safety == Safety.STANDARD || this == ELECTIONS || this == LOCK || this == HAND_OVERS;
	}

	abstract Work start(Machinery machinery, Course course, Trace trace);

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ENGLISH).replace('_', ' ');
	}

}
