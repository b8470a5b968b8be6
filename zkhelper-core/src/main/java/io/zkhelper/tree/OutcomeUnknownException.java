package io.zkhelper.tree;

import io.zkhelper.session.NodeException;

/**
 * The connection or the session was lost before the answer to a write came, so that
 * nobody knows whether it was applied, or there was none to send it with. Nothing was
 * tried again.
 *
 * @since 1.0.0
 */
@SuppressWarnings("serial")
public class OutcomeUnknownException extends NodeException {

	OutcomeUnknownException(NodeException cause) {
		super("It is not known whether a write of '%s' was applied, because of %s: read before you try it again"
			.formatted(cause.refusal().path(), cause.error()), cause);
	}

}
