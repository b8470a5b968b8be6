package io.zkhelper.boot.autoconfigure.embedded;

import io.zkhelper.boot.embedded.EmbeddedServerUnavailableException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EmbeddedServerFailureAnalyzer}.
 */
class EmbeddedServerFailureAnalyzerTests {

	@Test
	void saysWhatToDo() {
		FailureAnalysis analysis = new EmbeddedServerFailureAnalyzer().analyze(new IllegalStateException(
				new EmbeddedServerUnavailableException("Jars are missing", "Add them.", null)));
		assertThat(analysis.getDescription()).isEqualTo("Jars are missing.");
		assertThat(analysis.getAction()).isEqualTo("Add them.");
	}

	@Test
	void isRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, (type, name, failure) -> {
			})).hasAtLeastOneElementOfType(EmbeddedServerFailureAnalyzer.class);
	}

}
