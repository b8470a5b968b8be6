package io.zkhelper.session;

/**
 * What a watched node has met with.
 *
 * @since 1.0.0
 */
public enum WatchEvent {

	/** It was created. */
	CREATED,

	/** Its content has changed. */
	CHANGED,

	/** It was deleted. */
	DELETED

}
