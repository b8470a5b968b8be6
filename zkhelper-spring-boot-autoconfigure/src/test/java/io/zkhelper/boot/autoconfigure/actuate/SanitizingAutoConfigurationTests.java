package io.zkhelper.boot.autoconfigure.actuate;

import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SanitizingAutoConfiguration}.
 */
class SanitizingAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ZkHelperAutoConfiguration.class, SanitizingAutoConfiguration.class,
				ConfigurationPropertiesReportEndpointAutoConfiguration.class,
				EnvironmentEndpointAutoConfiguration.class))
		.withPropertyValues("zkhelper.mode=off", "management.endpoints.web.exposure.include=*",
				"management.endpoint.configprops.show-values=always", "management.endpoint.env.show-values=always",
				"zkhelper.security.scheme=digest", "zkhelper.security.credentials=me:hidden",
				"zkhelper.security.client-properties.zookeeper.ssl.keyStore.password=hidden",
				"zkhelper.security.client-properties[zookeeper.my-secret]=hidden",
				"zkhelper.security.client-properties.zookeeper.ssl.trustStore.location=shown");

	@Test
	void keepsSecretsOutOfTheReportOfProperties() {
		this.contextRunner.run((context) -> {
			var report = context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties();
			assertThat(JsonMapper.shared().writeValueAsString(report)).contains("zkhelper", "shown", "******")
				.doesNotContain("hidden");
		});
	}

	@Test
	void keepsSecretsOutOfTheEnvironment() {
		this.contextRunner.withSystemProperties("ZKHELPER_SECURITY_CREDENTIALS=me:hidden").run((context) -> {
			var environment = context.getBean(EnvironmentEndpoint.class).environment("zkhelper");
			assertThat(JsonMapper.shared().writeValueAsString(environment)).contains("digest", "shown", "******")
				.doesNotContain("hidden");
		});
	}

}
