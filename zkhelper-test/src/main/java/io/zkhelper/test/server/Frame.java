package io.zkhelper.test.server;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A message of ZooKeeper's protocol: its length, and as many bytes.
 *
 * @param content all but the length
 */
record Frame(ByteBuffer content) {

	private static final int MAX_LENGTH = 16 * 1024 * 1024;

	private static final int HEADER = 2 * Integer.BYTES;

	/**
	 * Read the next one.
	 * @param in where from
	 * @return the frame, {@code null} at the end of the stream
	 */
	static @Nullable Frame read(DataInputStream in) throws IOException {
		try {
			int length = in.readInt();
			if (length < 0 || length > MAX_LENGTH) {
				throw new IOException("Not a frame: it would have %d bytes".formatted(length));
			}
			byte[] content = new byte[length];
			in.readFully(content);
			return new Frame(ByteBuffer.wrap(content));
		}
		catch (EOFException ex) {
			return null;
		}
	}

	void writeTo(OutputStream out) throws IOException {
		byte[] bytes = ByteBuffer.allocate(Integer.BYTES + this.content.capacity())
			.putInt(this.content.capacity())
			.put(this.content.duplicate().rewind())
			.array();
		out.write(bytes);
	}

	/**
	 * Return what an answer has in common with its request. Without meaning for the first
	 * frame each way.
	 */
	int xid() {
		return this.content.getInt(0);
	}

	String operation() {
		int type = this.content.getInt(Integer.BYTES);
		return (type == OpCode.multi && isAllChecks()) ? Request.op2String(OpCode.check) : Request.op2String(type);
	}

	private boolean isAllChecks() {
		ByteBuffer rest = this.content.duplicate().position(HEADER);
		while (rest.remaining() > Integer.BYTES) {
			int type = rest.getInt();
			boolean last = rest.get() != 0;
			rest.getInt();
			if (last) {
				return true;
			}
			if (type != OpCode.check) {
				return false;
			}
			skipCheck(rest);
		}
		return false;
	}

	private static void skipCheck(ByteBuffer rest) {
		int path = rest.getInt();
		rest.position(rest.position() + path + Integer.BYTES);
	}

}
