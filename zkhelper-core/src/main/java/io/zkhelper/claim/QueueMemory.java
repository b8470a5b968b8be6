package io.zkhelper.claim;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a process remembers of one queue, from one session to the next: the identities
 * under which it has stood there, and what it has warned of. Lives on the event loop.
 *
 * @since 1.0.0
 */
public final class QueueMemory {

	/** More than a process can have left behind within the life of a session. */
	private static final int MEMORY = 1000;

	private final Set<String> guids = new LinkedHashSet<>();

	private boolean warnedOfStrays;

	void add(String guid) {
		this.guids.add(guid);
		if (this.guids.size() > MEMORY) {
			Iterator<String> oldest = this.guids.iterator();
			oldest.next();
			oldest.remove();
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
		int end = "_c_".length() + 36;
		return name.startsWith("_c_") && name.length() > end && this.guids.contains(name.substring(3, end));
	}

}
