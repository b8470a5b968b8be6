package io.zkhelper.tree;

import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import org.apache.zookeeper.data.ACL;

/**
 * How a node is made. Immutable; each {@code with…} method returns other options.
 *
 * @param kind how long the node lives and how it is named
 * @param acl who may do what with it; empty for the access control list of the client
 * @param parents how nodes are made that are missing above it; empty if a missing parent
 * is an error
 * @param aclOnUpdate whether a node that exists gets the access control list too
 * @since 1.0.0
 */
public record CreateOptions(NodeKind kind, List<ACL> acl, Optional<Parents> parents, boolean aclOnUpdate) {

	/**
	 * A persistent node below persistent parents, all with the access control list of the
	 * client.
	 */
	public static final CreateOptions DEFAULT = new CreateOptions(NodeKind.PERSISTENT, List.of(),
			Optional.of(Parents.DEFAULT), false);

	public CreateOptions {
		acl = List.copyOf(acl);
		if (aclOnUpdate && acl.isEmpty()) {
			throw new IllegalArgumentException("'aclOnUpdate' needs an 'acl' that is not empty");
		}
	}

	/**
	 * Return these options with another kind of node.
	 * @param kind the kind; parents are none of this kind
	 * @return the other options
	 */
	public CreateOptions withKind(NodeKind kind) {
		return new CreateOptions(kind, this.acl, this.parents, this.aclOnUpdate);
	}

	/**
	 * Return these options with an access control list for the node, not for its parents.
	 * @param acl the list
	 * @return the other options
	 */
	public CreateOptions withAcl(List<ACL> acl) {
		return new CreateOptions(this.kind, acl, this.parents, this.aclOnUpdate);
	}

	/**
	 * Return these options with an access control list that a node which exists gets too,
	 * by a request of its own after the data.
	 * @param acl the list
	 * @return the other options
	 */
	public CreateOptions withAclOnUpdate(List<ACL> acl) {
		return new CreateOptions(this.kind, acl, this.parents, true);
	}

	/**
	 * Return these options with other parents.
	 * @param parents how missing ones are made
	 * @return the other options
	 */
	public CreateOptions withParents(Parents parents) {
		return new CreateOptions(this.kind, this.acl, Optional.of(parents), this.aclOnUpdate);
	}

	/**
	 * Return these options for a node whose parent has to exist.
	 * @return the other options
	 */
	public CreateOptions withoutParents() {
		return new CreateOptions(this.kind, this.acl, Optional.empty(), this.aclOnUpdate);
	}

	Change.Create node(String path, byte[] data) {
		return new Change.Create(path, data, this.kind, this.acl);
	}

}
