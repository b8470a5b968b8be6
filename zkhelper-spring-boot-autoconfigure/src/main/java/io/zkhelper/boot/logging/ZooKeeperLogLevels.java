package io.zkhelper.boot.logging;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps ZooKeeper's own classes quiet unless the user sets their level. They log the
 * session's id at INFO and WARN, and whoever reads it can take the session over. What
 * happens to the connection is logged by zkhelper.
 */
class ZooKeeperLogLevels implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources()
			.addLast(new MapPropertySource("zkHelperLogLevels", Map.of("logging.level.org.apache.zookeeper", "error")));
	}

}
