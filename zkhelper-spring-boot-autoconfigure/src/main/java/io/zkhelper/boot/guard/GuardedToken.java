package io.zkhelper.boot.guard;

import java.util.Optional;

import io.zkhelper.fence.NamedToken;
import org.jspecify.annotations.Nullable;

/**
 * The token under which the guarded method on this thread runs: that of the election of a
 * {@code @LeaderOnly} method, or of the lock of a {@code @DistributedLocked} one.
 * <p>
 * Not known to threads that the method starts, nor to reactive operators.
 *
 * @since 1.0.0
 */
public final class GuardedToken {

	private static final ThreadLocal<@Nullable Pass> innermost = new ThreadLocal<>();

	private GuardedToken() {
	}

	/**
	 * Return the token of the innermost guarded method on this thread.
	 * @return the token with the name of its election or lock, empty if there is no such
	 * method
	 * @throws io.zkhelper.lock.LockLostException if it is that of a lock that was lost
	 */
	public static Optional<NamedToken> current() {
		return Optional.ofNullable(innermost.get()).map(Pass::token);
	}

	static @Nullable Object during(Pass pass, Pass.Body body) throws Throwable {
		Pass previous = innermost.get();
		innermost.set(pass);
		try {
			return pass.run(body);
		}
		finally {
			if (previous != null) {
				innermost.set(previous);
			}
			else {
				innermost.remove();
			}
		}
	}

}
