package io.zkhelper.cache;

import java.time.Duration;

import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a node, and how far it can be relied upon.
 *
 * @param content what was read
 * @param read when that was
 * @param doubtedSince since when nobody would have told of a change, {@code null} if a
 * change would be told
 * @param outdated whether a change was told
 */
record Memory(Content content, Moment read, @Nullable Moment doubtedSince, boolean outdated) {

	static Memory of(Content content, Moment now) {
		return new Memory(content, now, null, false);
	}

	/**
	 * The connection is away.
	 */
	Memory doubted(Moment now) {
		return isStale() ? this : new Memory(this.content, this.read, now, this.outdated);
	}

	/**
	 * The node has changed.
	 */
	Memory outdated(Moment now) {
		return new Memory(this.content, this.read, isStale() ? this.doubtedSince : now, true);
	}

	boolean isStale() {
		return this.doubtedSince != null;
	}

	/**
	 * Whether it is an answer. What is known to be wrong is one only as long as nobody
	 * else can be asked.
	 */
	boolean answers(Moment now, boolean connected, @Nullable Duration maxStaleness) {
		if (this.doubtedSince == null) {
			return true;
		}
		boolean tooStale = maxStaleness != null && now.since(this.doubtedSince).compareTo(maxStaleness) >= 0;
		return !tooStale && !(this.outdated && connected);
	}

	Duration age(Moment now) {
		Duration age = now.surelySince(this.read);
		return age.isNegative() ? Duration.ZERO : age;
	}

	CachedNode toNode(String path, Moment now, boolean cached) {
		return new CachedNode(path, this.content.exists(), this.content.data(), this.content.stat(),
				this.content.children(), cached, isStale(), age(now));
	}

}
