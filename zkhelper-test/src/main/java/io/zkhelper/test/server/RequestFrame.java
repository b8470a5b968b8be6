package io.zkhelper.test.server;

/**
 * A request that has come to a {@link FrameProxy}.
 *
 * @param operation what is asked for, by ZooKeeper's names: {@code create2},
 * {@code getChildren}, {@code multi}, {@code ping}, {@code closeSession}. The first
 * request of a connection is {@code connect}, and a {@code multi} of nothing but checks
 * is {@code check}: that is what heartbeats are
 * @param occurrence how many requests for this operation have come to the proxy, this one
 * included, on all connections together
 * @since 1.0.0
 */
public record RequestFrame(String operation, int occurrence) {

	/**
	 * Return whether it is a certain one.
	 * @param operation the operation
	 * @param occurrence which one of them, from 1 on
	 * @return {@code true} if it is
	 */
	public boolean is(String operation, int occurrence) {
		return this.operation.equals(operation) && this.occurrence == occurrence;
	}

	@Override
	public String toString() {
		return this.operation + " #" + this.occurrence;
	}

}
