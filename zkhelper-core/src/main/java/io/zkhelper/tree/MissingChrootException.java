package io.zkhelper.tree;

import io.zkhelper.session.NodeException;

/**
 * The path that the connect string ends with does not exist, so that nothing can be
 * created below it.
 *
 * @since 1.0.0
 */
@SuppressWarnings("serial")
public class MissingChrootException extends NodeException {

	MissingChrootException(NodeException cause) {
		super("Nothing can be created, because the path that the connect string ends with does not exist: correct the connect string, or create that path once with a client whose connect string ends with the servers",
				cause);
	}

}
