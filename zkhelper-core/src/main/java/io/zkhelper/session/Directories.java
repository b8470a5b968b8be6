package io.zkhelper.session;

import java.util.function.Consumer;

/**
 * Makes nodes that others stand on, together with those above them.
 *
 * @since 1.0.0
 */
public final class Directories {

	private static final byte[] EMPTY = new byte[0];

	private final Znodes znodes;

	/**
	 * Create for one session.
	 * @param znodes the way to the servers
	 */
	public Directories(Znodes znodes) {
		this.znodes = znodes;
	}

	/**
	 * Make sure that a directory of contenders exists: one that the server removes when
	 * it has been empty for a while, if the server can.
	 * @param path the directory
	 * @param done takes the path, or why it could not be made
	 */
	public void ensureContainer(String path, Consumer<Answer<String>> done) {
		ensure(new Change.Create(path, EMPTY, NodeKind.CONTAINER), (answer) -> {
			if (answer.failedWith(ZnodeError.UNIMPLEMENTED)) {
				ensure(new Change.Create(path, EMPTY, NodeKind.PERSISTENT), done);
			}
			else {
				done.accept(answer);
			}
		});
	}

	/**
	 * Make sure that a node exists.
	 * @param node the node as it is to be if it does not exist; nodes above are made
	 * persistent and empty
	 * @param done takes the path, or why it could not be made
	 */
	public void ensure(Change.Create node, Consumer<Answer<String>> done) {
		this.znodes.create(node, (answer) -> {
			if (answer.isOk() || answer.failedWith(ZnodeError.NODE_EXISTS)) {
				done.accept(Answer.of(node.path()));
			}
			else if (answer.failedWith(ZnodeError.NO_NODE) && node.path().lastIndexOf('/') > 0) {
				ensureBelow(node, done);
			}
			else {
				done.accept(new Answer<>(null, answer.why()));
			}
		});
	}

	private void ensureBelow(Change.Create node, Consumer<Answer<String>> done) {
		Change.Create parent = new Change.Create(Paths.parentOf(node.path()), EMPTY, NodeKind.PERSISTENT);
		ensure(parent, (answer) -> {
			if (answer.isOk()) {
				// Once only, so that a parent that vanishes again and again ends in a
				// refusal
				this.znodes.create(node, (created) -> done.accept(created.failedWith(ZnodeError.NODE_EXISTS)
						? Answer.of(node.path()) : created.map((data) -> node.path())));
			}
			else {
				done.accept(answer);
			}
		});
	}

}
