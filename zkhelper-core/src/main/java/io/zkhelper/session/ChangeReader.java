package io.zkhelper.session;

import java.util.List;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.proto.CheckVersionRequest;
import org.apache.zookeeper.proto.CreateRequest;
import org.apache.zookeeper.proto.DeleteRequest;
import org.apache.zookeeper.proto.SetDataRequest;

/**
 * Reads ZooKeeper's operations as ours.
 */
final class ChangeReader {

	private final Chroot chroot;

	ChangeReader(String chroot) {
		this.chroot = new Chroot(chroot);
	}

	List<Change> read(List<Op> operations) {
		List<Change> changes = operations.stream().map(ChangeReader::read).map(this.chroot::full).toList();
		RequestSize.require("commit", changes);
		return changes;
	}

	private static Change read(Op operation) {
		String path = operation.getPath();
		return switch (operation.getType()) {
			case OpCode.check ->
				new Change.Check(path, ((CheckVersionRequest) operation.toRequestRecord()).getVersion());
			case OpCode.delete -> new Change.Delete(path, ((DeleteRequest) operation.toRequestRecord()).getVersion());
			case OpCode.setData -> setData(path, (SetDataRequest) operation.toRequestRecord());
			case OpCode.create, OpCode.createContainer -> create(path, (CreateRequest) operation.toRequestRecord());
			default -> throw new IllegalArgumentException(
					"A commit can check, create, set and delete nodes, but not what was asked for '%s': nodes with a time to live are off on most servers"
						.formatted(path));
		};
	}

	private static Change setData(String path, SetDataRequest request) {
		return new Change.SetData(path, bytes(request.getData()), request.getVersion());
	}

	private static Change create(String path, CreateRequest request) {
		return new Change.Create(path, bytes(request.getData()), kindOf(request.getFlags()), request.getAcl());
	}

	private static NodeKind kindOf(int flags) {
		try {
			return NodeKind.valueOf(CreateMode.fromFlag(flags).name());
		}
		catch (KeeperException ex) {
			throw new IllegalArgumentException("There is no create mode with flags " + flags, ex);
		}
	}

	// ZooKeeper lets data be null, which it stores as no bytes
	private static byte[] bytes(byte[] data) {
		return (data != null) ? data : new byte[0];
	}

}
