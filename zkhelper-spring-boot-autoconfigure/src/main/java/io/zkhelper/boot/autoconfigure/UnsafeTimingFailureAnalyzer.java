package io.zkhelper.boot.autoconfigure;

import io.zkhelper.session.UnsafeTimingException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains times under which two instances could lead at once.
 */
class UnsafeTimingFailureAnalyzer extends AbstractFailureAnalyzer<UnsafeTimingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsafeTimingException cause) {
		String property = "zkhelper.elections.<name>."
				+ (cause.property().equals("lease") ? "lease" : "takeover-delay");
		return new FailureAnalysis(
				"The configured times can't keep two instances from leading at once: " + cause.getMessage(),
				"Remove '%s' to have it computed, or change it together with 'zkhelper.session-timeout' and 'zkhelper.tick-time'."
					.formatted(property),
				cause);
	}

}
