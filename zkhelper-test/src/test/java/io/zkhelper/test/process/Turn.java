package io.zkhelper.test.process;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.HeldLock;

/**
 * The time in which a thread may increment.
 */
interface Turn extends AutoCloseable {

	FencingToken token();

	boolean isValid();

	@Override
	void close();

	static Turn of(HeldLock held) {
		return new Turn() {

			@Override
			public FencingToken token() {
				return held.token();
			}

			@Override
			public boolean isValid() {
				return held.isValid();
			}

			@Override
			public void close() {
				held.close();
			}

		};
	}

	/**
	 * A turn that takes no account of others.
	 */
	static Turn withoutLock() {
		return new Turn() {

			@Override
			public FencingToken token() {
				return FencedFile.OLDEST;
			}

			@Override
			public boolean isValid() {
				return true;
			}

			@Override
			public void close() {
				// Nobody waits for it
			}

		};
	}

}
