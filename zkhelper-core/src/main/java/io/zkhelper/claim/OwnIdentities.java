package io.zkhelper.claim;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The identities under which this process has stood in one queue, in this session and
 * earlier ones. Lives on the event loop.
 *
 * @since 1.0.0
 */
public final class OwnIdentities {

	/** More than a process can have left behind within the life of a session. */
	private static final int MEMORY = 1000;

	private final Set<String> guids = new LinkedHashSet<>();

	void add(String guid) {
		this.guids.add(guid);
		if (this.guids.size() > MEMORY) {
			Iterator<String> oldest = this.guids.iterator();
			oldest.next();
			oldest.remove();
		}
	}

	/**
	 * Return whether this process has made a node.
	 * @param name the name of the node
	 * @return {@code true} if it has
	 */
	public boolean include(String name) {
		int end = "_c_".length() + 36;
		return name.startsWith("_c_") && name.length() > end && this.guids.contains(name.substring(3, end));
	}

}
