package io.zkhelper.session;

import java.util.List;

import org.apache.zookeeper.data.ACL;

/**
 * Who may do what with a node.
 *
 * @param path where it is
 * @param acl the access control list
 * @param stat what the server keeps about the node; its {@link NodeStat#aclVersion()} is
 * what {@link Znodes#setAcl} compares
 * @since 1.0.0
 */
public record NodeAcl(String path, List<ACL> acl, NodeStat stat) {

	public NodeAcl {
		acl = List.copyOf(acl);
	}

}
