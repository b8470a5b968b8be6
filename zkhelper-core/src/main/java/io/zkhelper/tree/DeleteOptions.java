package io.zkhelper.tree;

import io.zkhelper.session.Change;

/**
 * How a subtree is deleted. Immutable; each {@code with…} method returns other options.
 *
 * @param version the version that the data of the top node must have, or
 * {@link Change#ANY_VERSION}
 * @param freezing whether to keep others from creating nodes in the subtree meanwhile
 * @param shallow whether a node directly below the root may be deleted
 * @since 1.0.0
 */
public record DeleteOptions(int version, boolean freezing, boolean shallow) {

	/** Any version, nothing frozen, nothing directly below the root. */
	public static final DeleteOptions DEFAULT = new DeleteOptions(Change.ANY_VERSION, false, false);

	public DeleteOptions {
		if (version < Change.ANY_VERSION) {
			throw new IllegalArgumentException(
					"'version' must be that of a node's data, or Change.ANY_VERSION, but was " + version);
		}
	}

	/**
	 * Return these options for a certain version.
	 * @param version the version of the top node's data
	 * @return the other options
	 * @throws IllegalArgumentException if no node can have it
	 */
	public DeleteOptions withVersion(int version) {
		return new DeleteOptions(version, this.freezing, this.shallow);
	}

	/**
	 * Return these options with freezing: the top node loses the permission to create
	 * children, and so does a node below it in which somebody was faster. This needs the
	 * permission {@code ADMIN}. If not all can be deleted, the access control lists are
	 * given back.
	 * @return the other options
	 */
	public DeleteOptions withFreezing() {
		return new DeleteOptions(this.version, true, this.shallow);
	}

	/**
	 * Return these options for a node directly below the root, which is more than meant
	 * as a rule.
	 * @return the other options
	 */
	public DeleteOptions withShallow() {
		return new DeleteOptions(this.version, this.freezing, true);
	}

	void require(String path) {
		if (path.equals("/")) {
			throw new IllegalArgumentException("The root '/' can't be deleted: name a node below it");
		}
		if (PathDepth.of(path) < 2 && !this.shallow) {
			throw new IllegalArgumentException(
					"The path '%s' is directly below the root, so that deleting it might be more than you mean: name a node below it, or use 'withShallow()'"
						.formatted(path));
		}
	}

}
