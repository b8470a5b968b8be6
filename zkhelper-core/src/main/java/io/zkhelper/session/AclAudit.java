package io.zkhelper.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of nodes that everybody may change although the client has credentials: they were
 * there before. Who may delete a node is decided on its parent, so that one open
 * directory undoes the lists of all nodes in it.
 */
final class AclAudit {

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	private static final int CHANGES = Perms.CREATE | Perms.WRITE | Perms.DELETE | Perms.ADMIN;

	private final boolean expectsProtection;

	private final Set<String> audited = new HashSet<>();

	AclAudit(Security security) {
		this.expectsProtection = security.acl().stream().noneMatch(AclAudit::isOpen);
	}

	void audit(Session session, List<String> paths) {
		if (this.expectsProtection) {
			paths.stream().filter(this.audited::add).forEach((path) -> audit(session, path));
		}
	}

	private void audit(Session session, String path) {
		session.znodes().readAcl(path, (answer) -> {
			if (answer.isOk()) {
				answer.value().acl().stream().filter(AclAudit::isOpen).findFirst().ifPresent((entry) -> warn(path));
			}
			else {
				// Another time; who may not read the list is told by what else is refused
				this.audited.remove(path);
			}
		});
	}

	private static void warn(String path) {
		logger.warn("Everybody may change '{}', though this client has credentials: it was there before. "
				+ "Set its access control list, since who may change it may also delete what is in it", path);
	}

	private static boolean isOpen(ACL entry) {
		return entry.getId().equals(Ids.ANYONE_ID_UNSAFE) && (entry.getPerms() & CHANGES) != 0;
	}

}
