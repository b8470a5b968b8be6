package io.zkhelper.session;

/**
 * Why a request was not answered with a value.
 *
 * @param error the kind of trouble
 * @param path the node that it is about; in a transaction, that of the first operation
 * that failed
 * @since 1.0.0
 */
public record Refusal(ZnodeError error, String path) {

	@Override
	public String toString() {
		return this.error + " for '" + this.path + "'";
	}

}
