package io.zkhelper.session;

import java.util.List;

import org.apache.zookeeper.data.ACL;

/**
 * One operation of a transaction.
 *
 * @since 1.0.0
 */
public sealed interface Change {

	/** Version that matches every version. */
	int ANY_VERSION = -1;

	/**
	 * Return the node that it is about.
	 * @return the full path
	 */
	String path();

	/**
	 * Return the same change of another node.
	 * @param path the full path of that node
	 * @return the other change
	 */
	Change at(String path);

	/**
	 * Demands that the node exists in this version, and changes nothing.
	 *
	 * @param path the node
	 * @param version the version, or {@link #ANY_VERSION}
	 */
	record Check(String path, int version) implements Change {

		@Override
		public Check at(String path) {
			return new Check(path, this.version);
		}

	}

	/**
	 * Replaces the data of the node.
	 *
	 * @param path the node
	 * @param data the new content
	 * @param version the version to replace, or {@link #ANY_VERSION}
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record SetData(String path, byte[] data, int version) implements Change {

		@Override
		public SetData at(String path) {
			return new SetData(path, this.data, this.version);
		}

	}

	/**
	 * Deletes the node.
	 *
	 * @param path the node
	 * @param version the version to delete, or {@link #ANY_VERSION}
	 */
	record Delete(String path, int version) implements Change {

		@Override
		public Delete at(String path) {
			return new Delete(path, this.version);
		}

	}

	/**
	 * Creates the node.
	 *
	 * @param path the node, without the digits that the server appends to a sequential
	 * one
	 * @param data the content
	 * @param kind how long it lives
	 * @param acl who may do what; empty for the access control list of the client
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Create(String path, byte[] data, NodeKind kind, List<ACL> acl) implements Change {

		public Create {
			acl = List.copyOf(acl);
		}

		/**
		 * Create a node with the access control list of the client.
		 * @param path the node, without the digits that the server appends
		 * @param data the content
		 * @param kind how long it lives
		 */
		public Create(String path, byte[] data, NodeKind kind) {
			this(path, data, kind, List.of());
		}

		@Override
		public Create at(String path) {
			return new Create(path, this.data, this.kind, this.acl);
		}

	}

}
