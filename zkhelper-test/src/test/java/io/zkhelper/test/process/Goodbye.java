package io.zkhelper.test.process;

import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.ZkClient;

/**
 * Ways to part with a lock.
 */
enum Goodbye {

	/** Closes the lock, and does not wait. */
	CLOSE {

		@Override
		void say(HeldLock held, ZkClient client) {
			held.close();
		}

	},

	/** Waits until the servers know. */
	RELEASE {

		@Override
		void say(HeldLock held, ZkClient client) {
			held.release().toCompletableFuture().join();
		}

	},

	/** Closes the lock and the client. */
	FLUSH {

		@Override
		void say(HeldLock held, ZkClient client) {
			held.close();
			client.close();
		}

	},

	/** Closes the lock and exits. */
	EXIT {

		@Override
		void say(HeldLock held, ZkClient client) {
			held.close();
			System.exit(0);
		}

	};

	abstract void say(HeldLock held, ZkClient client);

}
