package io.zkhelper.session;

import java.util.Set;

/**
 * A request about a node was refused, or nobody knows whether it was applied.
 *
 * @since 1.0.0
 */
@SuppressWarnings("serial")
public class NodeException extends RuntimeException {

	private static final Set<String> READING = Set.of("read", "exists", "children", "acl", "sync");

	private final Refusal refusal;

	/**
	 * Create an exception.
	 * @param request what was asked for: the name of the method of {@link ZkNodes},
	 * {@code create} for example
	 * @param refusal why it was refused
	 */
	public NodeException(String request, Refusal refusal) {
		super("'%s' of '%s' was refused: %s%s".formatted(request, refusal.path(), refusal.error(),
				mayBeApplied(request, refusal.error()) ? "; it may have been applied" : ""));
		this.refusal = refusal;
	}

	/**
	 * Create an exception that says more than the refusal does.
	 * @param message what, why and what to do
	 * @param cause what was refused
	 */
	protected NodeException(String message, NodeException cause) {
		super(message, cause);
		this.refusal = cause.refusal;
	}

	private static boolean mayBeApplied(String request, ZnodeError error) {
		return error.isOutcomeUnknown() && !READING.contains(request);
	}

	/**
	 * Return why.
	 * @return the refusal
	 */
	public Refusal refusal() {
		return this.refusal;
	}

	/**
	 * Return the kind of trouble.
	 * @return the error
	 */
	public ZnodeError error() {
		return this.refusal.error();
	}

}
