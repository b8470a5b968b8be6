package io.zkhelper.cell;

/**
 * How many ensembles of a mirror have to say the same. An ensemble says something when it
 * answers or has no such node; one that can't be reached, or refuses for another reason,
 * says nothing.
 *
 * @since 1.0.0
 */
public enum ReadPolicy {

	/** All. One ensemble that is away fails every read. */
	ALL_AGREE,

	/**
	 * The first one that says something, in the order of the mirror. Nothing is compared.
	 */
	FIRST,

	/** More than half of all. */
	QUORUM

}
