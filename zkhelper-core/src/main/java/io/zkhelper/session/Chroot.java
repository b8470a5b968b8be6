package io.zkhelper.session;

/**
 * The path that a connect string ends with, below which users see nothing but their own.
 *
 * @param path the path, empty for none
 */
record Chroot(String path) {

	/**
	 * Return a user's path as the servers see it.
	 */
	String full(String own) {
		Paths.require("path", own);
		return join(own);
	}

	/**
	 * Return a user's change as the servers see it.
	 */
	Change full(Change change) {
		Paths.require("path of a change", change.path(), isSequential(change));
		return change.at(join(change.path()));
	}

	private static boolean isSequential(Change change) {
		return change instanceof Change.Create create && create.kind().isSequential();
	}

	private String join(String own) {
		return (own.equals("/") && !this.path.isEmpty()) ? this.path : this.path + own;
	}

	/**
	 * Return a path of the servers as the user sees it. The chroot itself, and what is
	 * not below it, is the root.
	 */
	String own(String full) {
		if (this.path.isEmpty()) {
			return full;
		}
		return full.startsWith(this.path + "/") ? full.substring(this.path.length()) : "/";
	}

}
