package io.zkhelper.boot.cell;

import io.zkhelper.boot.autoconfigure.ZkClientFactory;
import io.zkhelper.boot.autoconfigure.ZkHelperAutoConfiguration;
import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellDirectory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the directory of cells, and of the connections to them, none of
 * which is opened before something asks for it.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = ZkHelperAutoConfiguration.class)
@EnableConfigurationProperties(CellProperties.class)
public final class CellAutoConfiguration {

	CellAutoConfiguration() {
	}

	// Where nothing connects, a file that is missing stops nobody
	@Lazy
	@Bean
	@ConditionalOnMissingBean
	CellDirectory cellDirectory(CellProperties properties, Environment environment) {
		return new ConfiguredCells(properties, environment).directory();
	}

	// Closed when beans are destroyed, as the connection to the default ensemble is
	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "zkhelper.mode", havingValue = "cluster", matchIfMissing = true)
	CellClients cellClients(CellDirectory directory, ZkClientFactory factory, CellProperties properties) {
		ReservedName.requireNotIn(directory);
		return CellClients.of(directory, factory::connect, properties.connectTimeout());
	}

}
