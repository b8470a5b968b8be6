package io.zkhelper.session;

import java.util.ArrayList;
import java.util.List;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.data.ACL;

/**
 * Our changes as ZooKeeper's operations.
 */
final class Operations {

	private Operations() {
	}

	static Op of(Change change, List<ACL> acl) {
		if (change instanceof Change.Check check) {
			return Op.check(check.path(), check.version());
		}
		if (change instanceof Change.SetData set) {
			return Op.setData(set.path(), set.data(), set.version());
		}
		if (change instanceof Change.Delete delete) {
			return Op.delete(delete.path(), delete.version());
		}
		Change.Create create = (Change.Create) change;
		List<ACL> effective = create.acl().isEmpty() ? acl : create.acl();
		return Op.create(create.path(), create.data(), new ArrayList<>(effective),
				CreateMode.valueOf(create.kind().name()));
	}

}
