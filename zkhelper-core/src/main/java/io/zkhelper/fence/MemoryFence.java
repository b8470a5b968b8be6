package io.zkhelper.fence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.zkhelper.claim.FencingToken;

/**
 * A fence of one process, which forgets everything when the process ends: until a newer
 * token has come again, an older one passes.
 * <p>
 * Knows {@value #MAX_NAMES} names and refuses more, since to forget one would let an
 * older token pass.
 *
 * @since 1.0.0
 */
public final class MemoryFence implements Fence {

	/** How many names one fence knows. */
	public static final int MAX_NAMES = 10_000;

	private final Map<String, FencingToken> newest = new ConcurrentHashMap<>();

	/**
	 * Let a token pass that is as new as the newest one or newer.
	 * @param name whose token it is
	 * @param token the token of whoever wants to write
	 * @throws StaleLeaderException if a newer token has passed
	 * @throws IllegalStateException if the name is one too many
	 */
	@Override
	public void pass(String name, FencingToken token) {
		NamedToken shown = new NamedToken(name, token);
		if (this.newest.size() >= MAX_NAMES && !this.newest.containsKey(name)) {
			throw new IllegalStateException(
					"'%s' is one name too many for a fence in memory, which knows %d".formatted(name, MAX_NAMES));
		}
		FencingToken highest = this.newest.merge(shown.name(), token,
				(known, other) -> known.isNewerThan(other) ? known : other);
		if (highest.isNewerThan(token)) {
			throw new StaleLeaderException(name, token, highest);
		}
	}

}
