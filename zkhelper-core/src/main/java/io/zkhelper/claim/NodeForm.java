package io.zkhelper.claim;

import io.zkhelper.session.NodeKind;

/**
 * What the nodes of a queue look like.
 *
 * @param marker what comes before the number in the name
 * @param named whether the identity of the contender is a part of the name; otherwise it
 * is a field of the content
 * @param kind whether the nodes end with the session
 * @since 1.0.0
 */
public record NodeForm(String marker, boolean named, NodeKind kind) {

	/** The field of the content that holds the identity where the name does not. */
	public static final String IDENTITY = "guid";

	/**
	 * Return the usual form: named, and gone with the session.
	 * @param marker what comes before the number in the name
	 * @return the form
	 */
	public static NodeForm ephemeral(String marker) {
		return new NodeForm(marker, true, NodeKind.EPHEMERAL_SEQUENTIAL);
	}

	String prefix(String guid) {
		return this.named ? "_c_" + guid + this.marker : this.marker;
	}

	boolean isEphemeral() {
		return this.kind == NodeKind.EPHEMERAL_SEQUENTIAL;
	}

	/**
	 * Whether a node may be that of a contender, as far as its name tells.
	 */
	boolean mayBe(Contender contender, String guid) {
		return this.named ? contender.hasIdentity(guid) : contender.name().startsWith(this.marker);
	}

	/**
	 * Whether a node is that of a contender, as far as its content tells.
	 */
	boolean isOf(byte[] content, String guid) {
		return this.named
				|| Payload.read(content).flatMap((payload) -> payload.text(IDENTITY)).filter(guid::equals).isPresent();
	}

}
