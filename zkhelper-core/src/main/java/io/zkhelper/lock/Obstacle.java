package io.zkhelper.lock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * What kept somebody from getting a lock.
 *
 * @param holder who had it, {@code null} if that could not be found out
 * @param ahead how many were ahead, the holder among them, 0 if that could not be found
 * out
 * @param why what to say if the holder is not known
 */
record Obstacle(@Nullable LockOwner holder, int ahead, String why) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss")
		.withZone(ZoneId.systemDefault());

	/**
	 * Nobody knows who had it.
	 * @param why the reason, or all that is known
	 */
	static Obstacle unknown(String why) {
		return new Obstacle(null, 0, why);
	}

	@Override
	public String toString() {
		if (this.holder == null) {
			return this.why;
		}
		return "held by '%s'%s, %d %s ahead".formatted(this.holder.process().instance(), since(this.holder.since()),
				this.ahead, (this.ahead == 1) ? "contender" : "contenders");
	}

	private static String since(Instant since) {
		return since.equals(Instant.EPOCH) ? "" : " since " + TIME.format(since);
	}

}
