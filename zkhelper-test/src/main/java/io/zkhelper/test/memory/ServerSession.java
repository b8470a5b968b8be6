package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

import io.zkhelper.session.Cancellable;
import org.apache.zookeeper.data.Id;
import org.jspecify.annotations.Nullable;

/**
 * A session as the server has it.
 */
final class ServerSession {

	/** Whoever changes the tree without being a client. */
	static final ServerSession OF_THE_SERVER = new ServerSession(0);

	private final long id;

	private final Set<Id> identities = new LinkedHashSet<>();

	private Duration timeout = Duration.ZERO;

	private long expiresAt;

	private Cancellable timer = () -> {
	};

	private @Nullable ServerConnection connection;

	ServerSession(long id) {
		this.id = id;
	}

	long id() {
		return this.id;
	}

	Set<Id> identities() {
		return this.identities;
	}

	Duration timeout() {
		return this.timeout;
	}

	void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Something was heard of the client. As the server has it, sessions expire at the end
	 * of a tick.
	 */
	void touch(long now, Duration tick) {
		long ticks = Math.floorDiv(now + this.timeout.toNanos(), tick.toNanos()) + 1;
		this.expiresAt = ticks * tick.toNanos();
	}

	long expiresAt() {
		return this.expiresAt;
	}

	void setTimer(Cancellable timer) {
		this.timer.cancel();
		this.timer = timer;
	}

	@Nullable ServerConnection connection() {
		return this.connection;
	}

	void setConnection(@Nullable ServerConnection connection) {
		this.connection = connection;
	}

}
