package io.zkhelper.test.memory;

import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.zkhelper.session.Security;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;

/**
 * Decides as the server does who may do what, and refuses what a test has denied.
 */
final class Permissions {

	private static final Set<String> SCHEMES = Set.of("world", "auth", "digest", "ip", "x509", "sasl");

	private final Map<String, Integer> denied = new HashMap<>();

	void deny(String path, int permissions) {
		this.denied.merge(path, permissions, (before, more) -> before | more);
	}

	void allow(String path) {
		this.denied.remove(path);
	}

	/**
	 * Require one of the permissions.
	 */
	void require(int permission, String path, Znode node, Set<Id> identities) {
		int possible = permission & ~this.denied.getOrDefault(path, 0);
		if (!grant(node.acl(), possible, identities)) {
			throw new RefusedException(ZnodeError.NO_AUTH);
		}
	}

	/**
	 * Return whether a list grants one of the permissions.
	 */
	static boolean grant(List<ACL> acl, int permissions, Set<Id> identities) {
		return acl.stream().anyMatch((entry) -> grants(entry, permissions, identities));
	}

	private static boolean grants(ACL acl, int permission, Set<Id> identities) {
		boolean everybody = acl.getId().equals(Ids.ANYONE_ID_UNSAFE);
		return (acl.getPerms() & permission) != 0 && (everybody || identities.contains(acl.getId()));
	}

	/**
	 * Return what the server makes of the list that a client sends: {@code auth} stands
	 * for whoever the client is.
	 */
	static List<ACL> effective(List<ACL> acl, Set<Id> identities) {
		List<ACL> effective = new ArrayList<>();
		for (ACL entry : acl) {
			if (entry.getId().getScheme().equals("auth")) {
				identities.forEach((identity) -> effective.add(new ACL(entry.getPerms(), identity)));
			}
			else if (isValid(entry.getId())) {
				effective.add(entry);
			}
			else {
				throw new RefusedException(ZnodeError.INVALID_ACL);
			}
		}
		if (effective.isEmpty()) {
			throw new RefusedException(ZnodeError.INVALID_ACL);
		}
		return effective.stream().distinct().toList();
	}

	private static boolean isValid(Id id) {
		return switch (id.getScheme()) {
			case "world" -> id.getId().equals("anyone");
			case "digest" -> id.getId().split(":", -1).length == 2;
			default -> SCHEMES.contains(id.getScheme());
		};
	}

	/**
	 * Return whether the server knows how to check such a credential.
	 */
	static boolean isKnown(Security.Credential credential) {
		return SCHEMES.contains(credential.scheme());
	}

	static Id identityOf(Security.Credential credential) {
		if (!credential.scheme().equals("digest")) {
			return new Id(credential.scheme(), credential.secret());
		}
		try {
			return new Id("digest", DigestAuthenticationProvider.generateDigest(credential.secret()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java can't compute the digest of a credential", ex);
		}
	}

}
