package io.zkhelper.tree;

import java.util.List;

import io.zkhelper.session.NodeKind;
import org.apache.zookeeper.data.ACL;

/**
 * How nodes are made that are missing above another one.
 *
 * @param kind {@link NodeKind#PERSISTENT}, or {@link NodeKind#CONTAINER} for those that
 * the server removes some time after their last child has gone
 * @param acl who may do what with them; empty for the access control list of the client
 * @since 1.0.0
 */
public record Parents(NodeKind kind, List<ACL> acl) {

	/** Persistent, with the access control list of the client. */
	public static final Parents DEFAULT = new Parents(NodeKind.PERSISTENT, List.of());

	public Parents {
		if (kind != NodeKind.PERSISTENT && kind != NodeKind.CONTAINER) {
			throw new IllegalArgumentException(
					"The kind of parents must be PERSISTENT or CONTAINER but was %s".formatted(kind));
		}
		acl = List.copyOf(acl);
	}

}
