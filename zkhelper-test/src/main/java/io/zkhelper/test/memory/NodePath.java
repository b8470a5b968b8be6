package io.zkhelper.test.memory;

/**
 * Takes paths apart.
 */
final class NodePath {

	private NodePath() {
	}

	static String parentOf(String path) {
		int slash = path.lastIndexOf('/');
		return (slash == 0) ? "/" : path.substring(0, slash);
	}

	static String nameOf(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	static String childOf(String parent, String name) {
		return parent.equals("/") ? "/" + name : parent + "/" + name;
	}

}
