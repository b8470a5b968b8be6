package io.zkhelper.boot.guard;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users read when a guard is refused.
 */
public final class Refusals {

	private Refusals() {
	}

	public static FailureAnalysis analyze(Throwable failure) {
		FailureAnalysis analysis = new InvalidGuardFailureAnalyzer().analyze(failure);
		assertThat(analysis).as("analysis of %s", failure).isNotNull();
		return analysis;
	}

}
