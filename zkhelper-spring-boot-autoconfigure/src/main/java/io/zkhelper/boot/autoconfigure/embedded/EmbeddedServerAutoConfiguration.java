package io.zkhelper.boot.autoconfigure.embedded;

import java.nio.file.Path;

import io.zkhelper.boot.autoconfigure.EmbeddedServerProperties;
import io.zkhelper.boot.autoconfigure.InvalidPropertyException;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.boot.autoconfigure.ZkHelperConnectionDetails;
import io.zkhelper.boot.autoconfigure.ZkHelperProperties;
import io.zkhelper.boot.embedded.EmbeddedServer;
import io.zkhelper.boot.embedded.EmbeddedServerOptions;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Runs a ZooKeeper server inside the process, for development. It starts before anything
 * connects to it, and stops after everything has disconnected.
 *
 * @since 1.0.0
 */
@AutoConfiguration(before = ZkHelperAutoConfiguration.class)
@ConditionalOnBooleanProperty("zkhelper.embedded.enabled")
@ConditionalOnProperty(name = "zkhelper.mode", havingValue = "cluster", matchIfMissing = true)
@ConditionalOnMissingBean(ZkHelperConnectionDetails.class)
@EnableConfigurationProperties({ EmbeddedServerProperties.class, ZkHelperProperties.class })
public final class EmbeddedServerAutoConfiguration {

	// Not a Lifecycle: those stop before the client is destroyed, and pause in tests
	@Bean(initMethod = "start")
	@ConditionalOnMissingBean
	EmbeddedServer zkHelperEmbeddedServer(EmbeddedServerProperties embedded, ZkHelperProperties properties,
			Environment environment) {
		if (StringUtils.hasText(properties.connectString())) {
			throw new InvalidPropertyException("zkhelper.connect-string", properties.connectString(),
					"with 'zkhelper.embedded.enabled=true' it would not be used",
					"Set 'zkhelper.embedded.enabled=false' to use these servers, or remove the connect string to use the embedded one.");
		}
		Path directory = (embedded.dataDir() != null) ? embedded.dataDir() : EmbeddedServerOptions
			.defaultDirectory(environment.getProperty("spring.application.name", "application"));
		return new EmbeddedServer(new EmbeddedServerOptions(directory, embedded.port(), properties.tickTime()));
	}

	@Bean
	EmbeddedServerConnectionDetails zkHelperEmbeddedServerConnectionDetails(EmbeddedServer server) {
		return new EmbeddedServerConnectionDetails(server);
	}

}
