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

	/** The servers drop the connection at 1 MiB, and all requests under way with it. */
	private static final int MAX_BYTES = 1000 * 1000;

	private final String chroot;

	ChangeReader(String chroot) {
		this.chroot = chroot;
	}

	List<Change> read(List<Op> operations) {
		List<Change> changes = operations.stream().map(this::read).toList();
		long bytes = changes.stream().mapToLong(ChangeReader::bytesOf).sum();
		if (bytes > MAX_BYTES) {
			throw new IllegalArgumentException(
					"The changes of one commit must not be over %d bytes but have %d".formatted(MAX_BYTES, bytes));
		}
		return changes;
	}

	private Change read(Op operation) {
		Paths.require("path of a change", operation.getPath());
		String path = fullPath(operation.getPath());
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

	private String fullPath(String path) {
		return (path.equals("/") && !this.chroot.isEmpty()) ? this.chroot : this.chroot + path;
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

	private static long bytesOf(Change change) {
		if (change instanceof Change.Create create) {
			return create.path().length() + create.data().length;
		}
		return (change instanceof Change.SetData set) ? set.path().length() + set.data().length
				: change.path().length();
	}

	// ZooKeeper lets data be null, which it stores as no bytes
	private static byte[] bytes(byte[] data) {
		return (data != null) ? data : new byte[0];
	}

}
