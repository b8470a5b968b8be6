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
		String property = cause.name().map(UnsafeTimingFailureAnalyzer::election).orElse("zkhelper.elections.<name>")
				+ (cause.property().equals("lease") ? ".lease" : ".takeover-delay");
		return new FailureAnalysis(
				"The configured times can't keep two instances from leading at once: " + cause.getMessage(),
				"Remove '%s' where it is set, to have it computed, or change it together with 'zkhelper.session-timeout' and 'zkhelper.tick-time'."
					.formatted(property),
				cause);
	}

	// In brackets where a name would not be bound as one otherwise
	private static String election(String name) {
		return "zkhelper.elections" + (name.matches("[a-z0-9-]+") ? "." + name : "[" + name + "]");
	}

}
