package io.zkhelper.boot.autoconfigure.actuate;

import io.zkhelper.boot.actuate.SecretProperties;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Keeps credentials and passwords out of the endpoints that show properties, also where
 * they show values.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class SanitizingAutoConfiguration {

	SanitizingAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	SecretProperties zkHelperSecretProperties() {
		return new SecretProperties();
	}

}
