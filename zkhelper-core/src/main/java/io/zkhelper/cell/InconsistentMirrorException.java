package io.zkhelper.cell;

import java.util.List;

/**
 * The ensembles of a mirror say different things about a node.
 *
 * @since 1.0.0
 */
@SuppressWarnings("serial")
public class InconsistentMirrorException extends RuntimeException {

	private final MirrorResult<?> values;

	InconsistentMirrorException(String path, List<List<String>> camps, MirrorResult<?> values) {
		super("The ensembles of the mirror disagree about '%s': those who agree are %s%s. Repair it from the right one"
			.formatted(path, camps,
					values.isComplete() ? "" : ", and without a value are %s".formatted(values.refusals())));
		this.values = values;
	}

	/**
	 * Return what each ensemble says.
	 * @return the values, and the refusals of those that have no such node or can't say
	 */
	public MirrorResult<?> values() {
		return this.values;
	}

}
