package io.zkhelper.claim;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.zkhelper.session.Lease;
import io.zkhelper.session.Session;

/**
 * What a process remembers of one queue, from one session to the next: the identities
 * under which it has stood there, and what it has warned of. Lives on the event loop.
 *
 * @since 1.0.0
 */
public final class QueueMemory {

	/** More than a process can have left behind within the life of a session. */
	private static final int MEMORY = 1000;

	private final Map<String, Session> guids = new LinkedHashMap<>();

	private final Map<String, Lease> leases = new HashMap<>();

	private boolean warnedOfStrays;

	void add(String guid, Session session) {
		this.guids.put(guid, session);
		if (this.guids.size() > MEMORY) {
			forget(this.guids.keySet().iterator().next());
		}
	}

	void holds(String guid, Lease lease) {
		if (this.guids.containsKey(guid)) {
			this.leases.put(guid, lease);
		}
	}

	/**
	 * Return whether it is time to warn of nodes that are no contenders, which it is
	 * once.
	 */
	boolean warnsOfStrays() {
		boolean first = !this.warnedOfStrays;
		this.warnedOfStrays = true;
		return first;
	}

	/**
	 * Return whether this process has made a node.
	 * @param name the name of the node
	 * @return {@code true} if it has
	 */
	public boolean isOwn(String name) {
		return guid(name).filter(this.guids::containsKey).isPresent();
	}

	/**
	 * Return whether this process has made a node and holds it no more. It may hold one
	 * by another claim, and not know yet that somebody has deleted it.
	 * @param name the name of the node
	 * @return {@code true} if its own hold is over for sure
	 */
	public boolean isOwnAndOver(String name) {
		return isOwn(name) && guid(name).map(this.leases::get).filter(Lease::isValid).isEmpty();
	}

	/**
	 * Return whether this process has made a node in an earlier session.
	 */
	boolean isLeftover(String name, Session session) {
		return guid(name).map(this.guids::get).filter((maker) -> maker != session).isPresent();
	}

	private static Optional<String> guid(String name) {
		int end = "_c_".length() + 36;
		boolean named = name.startsWith("_c_") && name.length() > end;
		return named ? Optional.of(name.substring(3, end)) : Optional.empty();
	}

	void forget(String guid) {
		this.guids.remove(guid);
		this.leases.remove(guid);
	}

}
