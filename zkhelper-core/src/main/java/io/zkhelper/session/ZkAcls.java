package io.zkhelper.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;

/**
 * Access control lists of nodes: who may do what.
 * <p>
 * To delete a node is a permission on its parent, as it is to create one. All lists here
 * are immutable, and immutable lists are taken everywhere, {@link List#of()} too, which
 * the client of ZooKeeper itself would not take.
 *
 * @since 1.0.0
 */
public final class ZkAcls {

	/** All permissions: those for a node with children. */
	public static final int DIRECTORY = Perms.ALL;

	/** Permissions for a node that has data and never gets children. */
	public static final int FILE = Perms.ADMIN | Perms.READ | Perms.WRITE;

	private ZkAcls() {
	}

	/**
	 * Allow something to some, and nothing to anybody else.
	 * @param permissions what, as in {@link Perms}, {@link #DIRECTORY} or {@link #FILE}
	 * @param ids to whom
	 * @return the list
	 * @throws IllegalArgumentException if there are no permissions, unknown ones, or
	 * nobody to have them
	 */
	public static List<ACL> allow(int permissions, Id... ids) {
		if (permissions <= 0 || (permissions & ~Perms.ALL) != 0) {
			throw new IllegalArgumentException(
					"'permissions' must be made of those from 1 to %d but was %d".formatted(Perms.ALL, permissions));
		}
		if (ids.length == 0) {
			throw new IllegalArgumentException("'ids' must not be empty: nobody could read or delete the node");
		}
		return Arrays.stream(ids).map((id) -> new ACL(permissions, id)).toList();
	}

	/**
	 * Allow everything to everybody.
	 * @return the list
	 */
	public static List<ACL> open() {
		return directory(anyone());
	}

	/**
	 * Allow everything to one.
	 * @param id who
	 * @return the list
	 */
	public static List<ACL> directory(Id id) {
		return allow(DIRECTORY, id);
	}

	/**
	 * Allow one to read and write, and nobody to create children.
	 * @param id who
	 * @return the list
	 */
	public static List<ACL> file(Id id) {
		return allow(FILE, id);
	}

	/**
	 * Return who stands for everybody.
	 * @return the id
	 */
	public static Id anyone() {
		return Ids.ANYONE_ID_UNSAFE;
	}

	/**
	 * Return who stands for the client that creates the node, or sets the list. It needs
	 * credentials.
	 * @return the id
	 */
	public static Id creator() {
		return Ids.AUTH_IDS;
	}

	/**
	 * Return whoever knows a password, in the form of servers with the digest that is
	 * ZooKeeper's default, SHA-1.
	 * @param user the user
	 * @param password the password; only a digest of it is kept
	 * @return the id
	 * @throws IllegalArgumentException if one of them is empty, or the user has a colon
	 */
	public static Id digest(String user, String password) {
		if (user.isEmpty() || user.contains(":") || password.isEmpty()) {
			throw new IllegalArgumentException(
					"A digest needs a 'user' without ':' and a 'password', but the user was '%s'".formatted(user));
		}
		byte[] secret = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
		return new Id("digest", user + ":" + Base64.getEncoder().encodeToString(sha1().digest(secret)));
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java has no SHA-1", ex);
		}
	}

	/**
	 * Return whether somebody may create children.
	 * @param acl the list
	 * @return {@code true} if an entry has the permission
	 */
	public static boolean isDirectory(List<ACL> acl) {
		return acl.stream().anyMatch((entry) -> (entry.getPerms() & Perms.CREATE) != 0);
	}

	/**
	 * Return the same list without the permission to create children.
	 * @param acl the list
	 * @return what is left, without entries that allow nothing any more
	 */
	public static List<ACL> withoutCreate(List<ACL> acl) {
		return acl.stream()
			.map((entry) -> new ACL(entry.getPerms() & ~Perms.CREATE, entry.getId()))
			.filter((entry) -> entry.getPerms() != 0)
			.toList();
	}

	/**
	 * Return whether all who may do anything may do everything, which is narrower than
	 * {@link #isDirectory}.
	 * @param acl the list
	 * @return {@code true} if each entry has all permissions, and there is one
	 */
	public static boolean allowsAllOrNothing(List<ACL> acl) {
		return !acl.isEmpty() && acl.stream().allMatch((entry) -> entry.getPerms() == Perms.ALL);
	}

}
