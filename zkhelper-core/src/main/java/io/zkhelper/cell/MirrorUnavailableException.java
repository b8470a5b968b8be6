package io.zkhelper.cell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.zkhelper.session.Refusal;

/**
 * Too few ensembles of a mirror have said anything about a node.
 *
 * @since 1.0.0
 */
@SuppressWarnings("serial")
public class MirrorUnavailableException extends RuntimeException {

	private final Map<String, Refusal> refusals;

	MirrorUnavailableException(String path, int needed, Map<String, Refusal> refusals) {
		super("%d of the mirror's ensembles have to answer about '%s', but these did not: %s".formatted(needed, path,
				refusals));
		this.refusals = new LinkedHashMap<>(refusals);
	}

	/**
	 * Return why not.
	 * @return the reasons, by the name of the ensemble
	 */
	public Map<String, Refusal> refusals() {
		return Collections.unmodifiableMap(this.refusals);
	}

}
