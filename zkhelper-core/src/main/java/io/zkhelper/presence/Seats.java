package io.zkhelper.presence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.zkhelper.session.Engine;

/**
 * Which nodes the presences of this process stand for. Two of one client would share a
 * session, and so take each other's node for their own.
 */
final class Seats {

	private static final Set<Seat> taken = ConcurrentHashMap.newKeySet();

	private Seats() {
	}

	static void take(Engine engine, String path) {
		if (!taken.add(new Seat(engine, path))) {
			throw new IllegalStateException(
					"This client has a presence at '%s' already: close it, and wait for the stage of its leave()"
						.formatted(path));
		}
	}

	static void leave(Engine engine, String path) {
		taken.remove(new Seat(engine, path));
	}

	private record Seat(Engine engine, String path) {
	}

}
