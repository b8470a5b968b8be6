package io.zkhelper.tree;

/**
 * What is to become of a node.
 *
 * @since 1.0.0
 */
public sealed interface Edit {

	/**
	 * Leave it as it is, or absent.
	 * @return the edit
	 */
	static Edit keep() {
		return new Keep();
	}

	/**
	 * Give it other data, and create it if it is absent.
	 * @param data the data
	 * @return the edit
	 */
	static Edit replace(byte[] data) {
		return new Replace(data);
	}

	/**
	 * Delete it, if it is there.
	 * @return the edit
	 */
	static Edit delete() {
		return new Delete();
	}

	/**
	 * Leave it as it is.
	 */
	record Keep() implements Edit {
	}

	/**
	 * Give it other data.
	 *
	 * @param data the data
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Replace(byte[] data) implements Edit {
	}

	/**
	 * Delete it.
	 */
	record Delete() implements Edit {
	}

}
