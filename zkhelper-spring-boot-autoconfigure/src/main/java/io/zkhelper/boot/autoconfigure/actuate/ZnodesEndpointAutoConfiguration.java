package io.zkhelper.boot.autoconfigure.actuate;

import io.zkhelper.boot.actuate.RequestedPaths;
import io.zkhelper.boot.actuate.ZnodesEndpoint;
import io.zkhelper.boot.actuate.ZnodesEndpointWebExtension;
import io.zkhelper.boot.cache.NodeCacheAutoConfiguration;
import io.zkhelper.boot.cache.ZnodeReader;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.EndpointConverter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Adds the endpoint {@code znodes} where somebody has access to it, it is exposed, and
 * {@code zkhelper.cache.paths} lists something or access was given to it by name.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = NodeCacheAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(ZnodeReader.class)
@Conditional(OnShownPathsCondition.class)
@ConditionalOnAvailableEndpoint(ZnodesEndpoint.class)
public final class ZnodesEndpointAutoConfiguration {

	ZnodesEndpointAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	ZnodesEndpoint znodesEndpoint(ZnodeReader reader) {
		return new ZnodesEndpoint(reader);
	}

	@Bean
	@ConditionalOnMissingBean
	ZnodesEndpointWebExtension znodesEndpointWebExtension(ZnodesEndpoint endpoint) {
		return new ZnodesEndpointWebExtension(endpoint);
	}

	@Bean
	@EndpointConverter
	@ConditionalOnMissingBean
	RequestedPaths.Converter znodesRequestedPathsConverter() {
		return new RequestedPaths.Converter();
	}

}
