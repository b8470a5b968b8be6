package io.zkhelper.boot.autoconfigure;

import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the connection to the ensemble.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@EnableConfigurationProperties(ZkHelperProperties.class)
public final class ZkHelperAutoConfiguration {

	ZkHelperAutoConfiguration() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "zkhelper.mode", havingValue = "cluster", matchIfMissing = true)
	@ImportRuntimeHints(ZooKeeperRuntimeHints.class)
	static class ClusterConfiguration {

		@Bean
		@ConditionalOnMissingBean(ZkHelperConnectionDetails.class)
		@ConditionalOnDefaultEnsemble
		PropertiesZkHelperConnectionDetails zkHelperConnectionDetails(ZkHelperProperties properties) {
			return new PropertiesZkHelperConnectionDetails(properties);
		}

		@Bean
		@ConditionalOnMissingBean
		ZkClientFactory zkClientFactory(ZkHelperProperties properties, Environment environment,
				ObjectProvider<ZkClientOptionsCustomizer> customizers) {
			ConfiguredOptions configured = new ConfiguredOptions(properties, environment);
			return (connectString) -> ZkClient.connect(customized(configured.connectingTo(connectString), customizers));
		}

		private static ZkClientOptions customized(ZkClientOptions options,
				ObjectProvider<ZkClientOptionsCustomizer> customizers) {
			ZkClientOptions customized = options;
			for (ZkClientOptionsCustomizer customizer : customizers.orderedStream().toList()) {
				customized = customizer.customize(customized);
			}
			return customized;
		}

		// Closed when beans are destroyed, after every life cycle: jobs that finish late
		// still release what they hold
		@Bean(destroyMethod = "close")
		@ConditionalOnMissingBean
		@ConditionalOnDefaultEnsemble
		ZkClient zkClient(ZkClientFactory factory, ZkHelperConnectionDetails connectionDetails) {
			return factory.connect(connectionDetails.connectString());
		}

	}

}
