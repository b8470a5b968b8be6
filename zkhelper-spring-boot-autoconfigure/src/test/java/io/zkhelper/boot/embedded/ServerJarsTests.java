package io.zkhelper.boot.embedded;

import org.junit.jupiter.api.Test;
import org.xerial.snappy.Snappy;

import org.springframework.boot.test.context.FilteredClassLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerJars}.
 */
class ServerJarsTests {

	@Test
	void areHere() {
		assertThatCode(() -> ServerJars.require(getClass().getClassLoader())).doesNotThrowAnyException();
	}

	@Test
	void areNamedWhenMissing() {
		ClassLoader without = new FilteredClassLoader("com.codahale.metrics", Snappy.class.getPackageName());
		assertThatExceptionOfType(EmbeddedServerUnavailableException.class)
			.isThrownBy(() -> ServerJars.require(without))
			.satisfies((ex) -> assertThat(ex.remedy()).contains("'io.dropwizard.metrics:metrics-core'",
					"'org.xerial.snappy:snappy-java'"));
	}

	@Test
	void areNamedOneByOne() {
		ClassLoader without = new FilteredClassLoader(Snappy.class.getPackageName());
		assertThatExceptionOfType(EmbeddedServerUnavailableException.class)
			.isThrownBy(() -> ServerJars.require(without))
			.withMessageContaining("snappy-java")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("metrics-core"));
	}

}
